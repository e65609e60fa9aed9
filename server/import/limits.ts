/** How much may a file hold? Beyond the lists of a province by far, within what one process can bear. */

export const mostUnpacked_bytes = 512 * 1024 * 1024
/** Tables pack to a tenth or a fiftieth; a bomb to a thousandth. */
export const mostUnpackingRatio = 200
/** Below this size even a bomb is harmless. */
export const smallArchive_bytes = 16 * 1024 * 1024
export const mostArchiveParts = 5_000
export const mostRows = 200_000
export const mostColumns = 500
/** Of all tables of a file together; a corner of a shape counts like a cell. */
export const mostCells = 6_000_000
/** Folders in folders, collections in collections. */
export const mostXmlDepth = 100
export const mostReading_s = 120
export const mostReadingMemory_mb = 1_024
