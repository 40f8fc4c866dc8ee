import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm'

export type Visibility = 'private' | 'workspace'

/** A page of the dashboard as someone has set it, under a name. */
@Entity({ name: 'saved_views' })
export class SavedView {
  @PrimaryGeneratedColumn('uuid')
  id: string

  @Column({ type: 'text' })
  name: string

  @Column({ type: 'text', default: '' })
  description: string

  /** Its path in the dashboard. */
  @Column({ type: 'text' })
  page: string

  /** The query of its address: window, scope, interval, grouping, options. */
  @Column({ type: 'text' })
  state: string

  /** The actor that made it, such as person:author-17@example.invalid. */
  @Column({ type: 'text' })
  owner: string

  @Column({ type: 'text', default: 'private' })
  visibility: Visibility

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date

  @Column({ name: 'updated_at', type: 'timestamptz' })
  updatedAt: Date
}

/** The view that a page opens with for someone. */
@Entity({ name: 'default_views' })
export class DefaultView {
  @PrimaryColumn({ type: 'text' })
  owner: string

  @PrimaryColumn({ type: 'text' })
  page: string

  @Column({ name: 'view_id', type: 'uuid' })
  viewId: string
}
