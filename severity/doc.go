// Package severity has the levels by which support agreements grade a problem.
//
// A [Scale] is the list of an agreement's levels, the gravest first, with the
// names that the agreement gives them. A [Level] is one of them: it knows its
// scale and its name, can be compared, and is written as text. What a level
// means for a deadline is not said here; see package policy.
//
// A [Classifier] tells a level from plain [Facts], by an agreement's
// definitions written as ordered rules, and its [Classification] says why. What
// the facts leave open is an error that names what is missing, contradictory or
// not settled by the text; no level is ever guessed.
//
// A [Lowering] says what an accepted workaround makes of each level, an
// [Authority] who may set a level, and a [History] which level a ticket had when. A
// [Mode] says what becomes of a running clock when the level changes.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md
// says what each means, where it is computed and which tests check it.
package severity
