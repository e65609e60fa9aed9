/**
 * How do the address and the view stay one? A new question or selection is a step back; moving the map is not, and time that
 * runs is one step, however many days it passes.
 */
import { fromAddress, toAddress, type View } from './state/address.ts'
import { useApp, type AppState } from './state/store.ts'
import { takeStep } from './state/time-motion.ts'
import { settle } from './state/transitions.ts'

/** Reads the address, then keeps both in step. */
export function followAddress(): void {
  const { view, ignored } = fromAddress(window.location.search, useApp.getState().today)
  useApp.setState({ ...view, ignored })
  useApp.subscribe(writeAddress)
  takeSignInProblem()
  window.addEventListener('popstate', () => {
    const { view, ignored } = fromAddress(window.location.search, useApp.getState().today)
    useApp.setState((state) => ({ ...view, ignored, ...settle({ ...state, ...view, ignored }) }))
    void import('./check-address.ts').then(({ checkAddress }) => checkAddress())
  })
}

/** Back from the identity provider without success: said on the page for signing in, and gone from the address. */
function takeSignInProblem(): void {
  const sign_in_problem = new URLSearchParams(window.location.search).get('sign_in_problem')
  if (sign_in_problem !== null) useApp.setState({ sign_in_problem, page: 'sign-in' })
}

function writeAddress(state: AppState, before: AppState): void {
  const address = toAddress(state)
  if (address === toAddress(before) || address === window.location.search) return
  const url = `${window.location.pathname}${address}`
  if (isStep(state, before) && takeStep() === 'push') window.history.pushState(null, '', url)
  else window.history.replaceState(null, '', url)
}

function isStep(state: View, before: View): boolean {
  return toAddress({ ...state, camera: null }) !== toAddress({ ...before, camera: null })
}
