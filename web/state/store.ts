/** Where does the page keep its state? One store, one slice per file; transitions are functions of the slices. */
import { create } from 'zustand'
import { toVietnamDate } from '../../core/dates.ts'
import { openingView, type View } from './address.ts'
import { nothingAnswered, type Answered } from './answer-slice.ts'
import { nothingLoaded, type LoadedData } from './data-slice.ts'
import { openingScreen, type Screen } from './screen-slice.ts'
import { openingSession, type SessionState } from './session-slice.ts'

export interface AppState extends View, Screen, LoadedData, Answered, SessionState {
  /** ISO day in Việt Nam when the page was opened. */
  readonly today: string
}

export const openingState: AppState = {
  ...openingView,
  ...openingScreen,
  ...nothingLoaded,
  ...nothingAnswered,
  ...openingSession,
  today: toVietnamDate(new Date()),
}

export const useApp = create<AppState>()(() => openingState)
