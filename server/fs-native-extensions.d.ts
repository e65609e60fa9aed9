/** The package brings no types; this is what we use of it. */
declare module 'fs-native-extensions' {
  /** True when the exclusive lock on the open file was granted; the system releases it when the file is closed. */
  export function tryLock(fileDescriptor: number): boolean
}
