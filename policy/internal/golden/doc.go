// Package golden holds answers in JSON against what was worked out by hand or by
// another program. [Cases] reads golden cases one by one, [Case.Judge] compares an
// answer with what its case wants, [Fields] and [Diff] compare any two answers.
//
// policytest.Goldens is made of it, and so are the twins of the five agreements: what
// a case judges is said in one place, [Case].
package golden
