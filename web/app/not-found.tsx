import Link from 'next/link'
import { PageHeading } from '../src/components/panel.js'

export default function NotFound() {
  return (
    <PageHeading title="There is no such page">
      The address may be mistyped, or the page has moved.{' '}
      <Link className="link" href="/">
        Go to the executive page
      </Link>
      .
    </PageHeading>
  )
}
