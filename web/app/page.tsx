import { ExecutivePage } from '../src/features/executive/executive-page.js'

export default function Page() {
  return <ExecutivePage />
}
