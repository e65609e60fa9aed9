/**
 * What had somebody typed that is not saved yet? Kept in this tab only, under the name of its author, so that it outlives an
 * expired session and never meets another person's eyes.
 */
import { useApp } from './store.ts'

export function keepDraft(key: string, value: unknown): void {
  try {
    window.sessionStorage.setItem(toStorageKey(key), JSON.stringify(value))
  } catch {
    // A full or forbidden storage: the draft still stands on the page.
  }
}

/** Null where there is none. The caller knows what it kept under the key. */
export function findDraft<T>(key: string): T | null {
  try {
    const text = window.sessionStorage.getItem(toStorageKey(key))
    return text === null ? null : (JSON.parse(text) as T)
  } catch {
    return null
  }
}

export function dropDraft(key: string): void {
  try {
    window.sessionStorage.removeItem(toStorageKey(key))
  } catch {
    // Nothing was kept where nothing can be.
  }
}

function toStorageKey(key: string): string {
  return `draft:${useApp.getState().session?.username ?? ''}:${key}`
}
