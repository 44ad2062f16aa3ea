// Package severity has the levels by which support agreements grade a problem.
//
// A [Scale] is the list of an agreement's levels, the gravest first, with the names that
// the agreement gives them. A [Level] is one of these levels: it knows its scale and its
// name, can be compared, and has a text form. What a level means for a deadline is the
// business of package policy.
//
// A [Classifier] determines the level from plain [Facts], by an agreement's definitions
// written as ordered rules, and its [Classification] gives the reason. If the facts leave
// the level open, the error names what is missing, contradictory or not settled by the
// text; a level is never guessed.
//
// A [Lowering] says which level each level becomes after an accepted workaround, an
// [Authority] says who may set a level, and a [History] records which level a ticket had
// when. A [Mode] says what happens to a running clock when the level changes.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
package severity
