// Package severity has the levels by which support agreements grade a problem.
//
// A [Scale] is the list of an agreement's levels, the gravest first, with the
// names that the agreement gives them. A [Level] is one of them: it knows its
// scale and its name, can be compared, and is written as text. What a level
// means for a deadline is not said here; see package policy.
package severity
