// Makes a new PGlite data directory and ends. Run as a process of its own, because the first start takes 500 MB that
// the process would otherwise keep.
import { PGlite } from '@electric-sql/pglite'

const database = await PGlite.create(process.argv[2])
await database.exec('CHECKPOINT')
await database.close()
