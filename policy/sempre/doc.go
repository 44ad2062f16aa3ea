// Package sempre is SEMPRE's Maintenance Support Policy (updated 24.05.17). It
// promises no response times, so there is no [policy.Policy] of it; it answers
// with coverage and with the support of releases.
//
// [Coverage] decides what is covered and names every action that the licensee
// still owes, and [CoverComponent] looks a component up in Schedule A, which is
// [Schedule]. [Charges] gives the time that is charged for work on a problem that was
// no Error.
//
// [Releases] says which releases are supported: the current one of each operating
// environment, and the previous one for twelve months. [Fix] says how long a workaround
// or temporary fix is.
//
// [ChangeNotice] says when a notice of a change of the environment is in time.
//
// [Clauses] is the registry of the clauses, [Readings] that of the open
// readings. The text does not number its clauses; sections are cited by the
// words with which they begin.
//
// Ids in brackets, such as SEM-1 or G9, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package sempre
