// Runs before anything is installed: nothing here or in launch/ imports a package.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Windsock needs Node 20.19 or later, and this is ${process.versions.node}: install a newer one from https://nodejs.org.`)
  process.exit(1)
}

const { run } = await import('./launch/commands.mjs')
process.exitCode = await run(process.argv.slice(2))
