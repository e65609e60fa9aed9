/** Which parts of the page bring texts of their own? Types only: each part is fetched with its panels. */
import type { accountsVi } from './accounts-vi.ts'
import type { alertsVi } from './alerts-vi.ts'
import type { assignedVi } from './assigned-vi.ts'
import type { challengesVi } from './challenges-vi.ts'
import type { circlesVi } from './circles-vi.ts'
import type { communesVi } from './communes-vi.ts'
import type { editingVi } from './editing-vi.ts'
import type { importsVi } from './import-vi.ts'
import type { measureVi } from './measure-vi.ts'
import type { papersVi } from './papers-vi.ts'
import type { outboxVi } from './outbox-vi.ts'
import type { printVi } from './print-vi.ts'
import type { flagsVi } from './flags-vi.ts'
import type { proofsVi } from './proofs-vi.ts'
import type { startRealVi } from './start-real-vi.ts'
import type { timeVi } from './time-vi.ts'
import type { gapsVi } from './gaps-vi.ts'
import type { recordsVi } from './records-vi.ts'
import type { villagesVi } from './villages-vi.ts'

export interface PartTexts {
  readonly accounts: typeof accountsVi
  readonly alerts: typeof alertsVi
  readonly assigned: typeof assignedVi
  readonly challenges: typeof challengesVi
  readonly circles: typeof circlesVi
  readonly communes: typeof communesVi
  readonly editing: typeof editingVi
  readonly imports: typeof importsVi
  readonly measure: typeof measureVi
  readonly papers: typeof papersVi
  readonly outbox: typeof outboxVi
  readonly print: typeof printVi
  readonly flags: typeof flagsVi
  readonly proofs: typeof proofsVi
  readonly start_real: typeof startRealVi
  readonly time: typeof timeVi
  readonly gaps: typeof gapsVi
  readonly records: typeof recordsVi
  readonly villages: typeof villagesVi
}
