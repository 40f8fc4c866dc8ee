import { IncidentMergePanel } from '../corrections/incident-merge-panel.js'
import { MergePreviewPanel } from '../corrections/merge-preview-panel.js'
import { RenamePanel } from '../corrections/rename-panel.js'
import { BadgePanel } from './badge-panel.js'
import { DeclarationPanel } from './declaration-panel.js'

/** What can be done about a service: named otherwise, merged, shown elsewhere, declared. */
export function ServiceTools({ id }: { id: string }) {
  return (
    <div className="grid gap-5">
      <RenamePanel id={id} />
      <MergePreviewPanel id={id} />
      <IncidentMergePanel id={id} />
      <BadgePanel id={id} />
      <DeclarationPanel id={id} />
    </div>
  )
}
