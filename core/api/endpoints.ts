/** Which endpoints are there? The registry that server and browser share. */
import {
  changePassword,
  createUser,
  endSession,
  getSession,
  listSessions,
  listUsers,
  resetPassword,
  signIn,
  signOut,
  updateUser,
} from './accounts.ts'
import { getAlertChoices, listAlerts, markAlertsRead, putAlertChoices } from './alerts.ts'
import {
  createAct,
  getAssignment,
  listActs,
  listAssignments,
  moveAssignment,
  moveAssignments,
} from './assignments.ts'
import { exportAudit, listAudit, restoreEntry } from './audit.ts'
import { fileChallenge, getChallenge, listChallenges, moveChallenge } from './challenges.ts'
import { convertCommunes } from './convert-communes.ts'
import { getCoverage, listVillageServices } from './coverage.ts'
import { createPaperDuty, getDuePaper, listDuePapers, moveDuePaper } from './due-papers.ts'
import { listEvents, streamEvents } from './events.ts'
import {
  appendUpload,
  cancelUpload,
  createUpload,
  getFile,
  getUpload,
  listDriveTestPoints,
  listFiles,
  withdrawFile,
} from './files.ts'
import { listImplausible } from './implausible.ts'
import {
  changeImport,
  compareImport,
  createImport,
  exportImportComparison,
  exportImportProblems,
  getImport,
  getImportSample,
  listImportPlaces,
  listImportQuestions,
  listImportRows,
  listImports,
  moveImport,
} from './imports.ts'
import { getLayer, listLayers } from './layers.ts'
import { getHealth, getReady } from './operations.ts'
import { createPlan, getPlan, listPlans, updatePlan } from './plans.ts'
import { decideProposal, listProposals, proposeSite, proposeStatement } from './proposals.ts'
import { getProvince } from './province.ts'
import { getSite, getVillage, listSiteCounts } from './records.ts'
import { search } from './search.ts'
import { checkPosition, createSite, listMastKinds, putMastKind, updateSite } from './site-edits.ts'
import { listSpeedResults } from './speed-results.ts'
import { createCarrier, getStartReal, startReal } from './start-real.ts'
import { listStationMonths } from './station-months.ts'
import { listStationsOnAir } from './stations.ts'
import {
  createStatement,
  createVillage,
  mergeVillages,
  splitVillage,
  updateVillage,
} from './village-edits.ts'

export const endpoints = {
  getProvince,
  listLayers,
  getLayer,
  listVillageServices,
  getCoverage,
  getSite,
  getVillage,
  search,
  getHealth,
  getReady,
  listSiteCounts,
  listStationMonths,
  listStationsOnAir,
  listSpeedResults,
  listImplausible,
  getSession,
  signIn,
  signOut,
  changePassword,
  listSessions,
  endSession,
  listUsers,
  createUser,
  updateUser,
  resetPassword,
  createSite,
  updateSite,
  checkPosition,
  listMastKinds,
  putMastKind,
  listPlans,
  getPlan,
  createPlan,
  updatePlan,
  listProposals,
  proposeSite,
  proposeStatement,
  decideProposal,
  listAudit,
  exportAudit,
  restoreEntry,
  createVillage,
  updateVillage,
  mergeVillages,
  splitVillage,
  createStatement,
  listAssignments,
  getAssignment,
  moveAssignment,
  moveAssignments,
  listActs,
  createAct,
  listAlerts,
  markAlertsRead,
  getAlertChoices,
  putAlertChoices,
  listDuePapers,
  getDuePaper,
  moveDuePaper,
  createPaperDuty,
  listChallenges,
  getChallenge,
  fileChallenge,
  moveChallenge,
  createUpload,
  getUpload,
  appendUpload,
  cancelUpload,
  listFiles,
  getFile,
  withdrawFile,
  listDriveTestPoints,
  changeImport,
  compareImport,
  createImport,
  exportImportComparison,
  exportImportProblems,
  getImport,
  getImportSample,
  listImportPlaces,
  listImportQuestions,
  listImportRows,
  listImports,
  moveImport,
  getStartReal,
  startReal,
  createCarrier,
  convertCommunes,
  streamEvents,
  listEvents,
} as const

export type Endpoints = typeof endpoints
