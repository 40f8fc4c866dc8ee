import { CopyLine } from '../../components/copy-line.js'
import { Panel } from '../../components/panel.js'

const GITHUB = `permissions: {id-token: write, attestations: write, contents: read}
steps:
  - uses: actions/attest-build-provenance@v3
    id: attest
    with: {subject-name: registry.example.com/payments, subject-digest: "\${{ steps.push.outputs.digest }}"}
  - run: |
      curl --fail "$WINDSOCK_URL/v1/attestations" -H "Authorization: Bearer \${{ secrets.WINDSOCK_TOKEN }}" \\
        -H 'Content-Type: application/json' --data-binary "@\${{ steps.attest.outputs.bundle-path }}"`

const COSIGN = `cosign attest-blob payments.tar --predicate predicate.json --type slsaprovenance1 --key cosign.key --new-bundle-format --bundle bundle.json
curl --fail "$WINDSOCK_URL/v1/attestations" -H "Authorization: Bearer $WINDSOCK_TOKEN" -H 'Content-Type: application/json' --data-binary @bundle.json`

const SYFT = `syft registry.example.com/payments@sha256:9f86… -o cyclonedx-json > sbom.json
curl --fail "$WINDSOCK_URL/v1/attestations?digest=sha256:9f86…" -H "Authorization: Bearer $WINDSOCK_TOKEN" -H 'Content-Type: application/json' --data-binary @sbom.json`

const WAYS = [
  { title: 'GitHub Actions', label: 'the steps of a GitHub workflow', text: GITHUB },
  { title: 'cosign, with a key', label: 'the lines for cosign', text: COSIGN },
  { title: 'An SBOM by syft', label: 'the lines for syft', text: SYFT },
]

/** The lines that send attestations; nothing has to be connected for them. */
export function AttestationSetupPanel() {
  return (
    <Panel
      title="Attestations"
      note="Where an artifact came from and what was checked of it. A token with the scope ingest is enough; whose signatures count is among the settings."
    >
      <div className="grid gap-4 text-sm">
        <p>
          <code className="font-mono text-xs">WINDSOCK_URL</code> is the address of this page without its path.
        </p>
        {WAYS.map(({ title, label, text }) => (
          <section key={title} className="grid min-w-0 gap-1">
            <h3 className="font-medium">{title}</h3>
            <CopyLine label={label} text={text} />
          </section>
        ))}
      </div>
    </Panel>
  )
}
