// Package sempre is SEMPRE's Maintenance Support Policy (updated 24.05.17). It promises no
// response times, so there is no [policy.Policy] for it, only answers about coverage and the
// support of releases.
//
// [Coverage] decides what is covered and names every action that the licensee still owes.
// [CoverComponent] looks up a component in Schedule A, which [Schedule] returns. [Charges]
// returns the time that is charged for work on a problem that was not an Error.
//
// [Releases] says which releases are supported: the current one of each operating
// environment, and the previous one for twelve months. [Fix] says how long a workaround or
// temporary fix is supported.
//
// [ChangeNotice] says when a notice of a change of the environment is in time.
//
// [Clauses] is the registry of the clauses, and [Readings] lists the open readings. The text
// does not number its clauses; sections are cited by their first words.
//
// Ids in brackets, such as SEM-1 or G9, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package sempre
