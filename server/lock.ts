/** Is this process the only one that uses the data directory? The system holds the lock and releases it when we end. */
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { tryLock } from 'fs-native-extensions'

/** Another process holds the folder. */
export class FolderLockedError extends Error {
  readonly folder: string

  constructor(folder: string) {
    super(`${folder} is in use by another process`)
    this.name = 'FolderLockedError'
    this.folder = folder
  }
}

/** The folder cannot be made or written. */
export class FolderRefusedError extends Error {
  readonly folder: string
  readonly reason: string

  constructor(folder: string, reason: string) {
    super(`${folder} cannot be written: ${reason}`)
    this.name = 'FolderRefusedError'
    this.folder = folder
    this.reason = reason
  }
}

/**
 * Takes the folder for this process, making it when missing; the answer gives it back. A file with our process number
 * would outlive a kill and lie after the number is used again; a lock on an open file cannot.
 */
export function lockFolder(folder: string): () => void {
  const file = openLockFile(folder)
  if (!tryLock(file)) {
    closeSync(file)
    throw new FolderLockedError(folder)
  }
  return () => closeSync(file)
}

function openLockFile(folder: string): number {
  try {
    mkdirSync(folder, { recursive: true })
    return openSync(join(folder, 'lock'), 'a+')
  } catch (error) {
    throw new FolderRefusedError(folder, error instanceof Error && 'code' in error ? String(error.code) : '?')
  }
}
