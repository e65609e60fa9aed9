/** How does a province's data get into an empty database? All files checked first, then everything in one transaction. */
import { readDataset, type DatasetFolders } from '../dataset/read-dataset.ts'
import type { Database } from './database.ts'
import { storeDataset } from './store-dataset.ts'

/**
 * Loads the reference and, where its folder is there, the data set. Throws `DatasetError` when anything is wrong with the
 * files and `DatabaseFilledError` when the database is not empty; in both cases nothing has changed.
 */
export async function loadDataset(db: Database, folders: DatasetFolders): Promise<void> {
  await storeDataset(db, await readDataset(folders))
}
