// Package sempre is SEMPRE's Maintenance Support Policy (updated 24.05.17). It
// promises no response times, so there is no [policy.Policy] of it; it answers
// with coverage and with the support of releases.
//
// [Coverage] decides what is covered and names every action that the licensee
// still owes, [CoverComponent] looks a component up in Schedule A, and [Charges]
// gives the time that is charged for work on a problem that was no Error.
// [Clauses] is the registry of the clauses, [Readings] that of the open
// readings. The text does not number its clauses; sections are cited by the
// words with which they begin.
package sempre
