// Package policytest helps to test agreements written with package policy. It has a generator
// of tickets for property tests with [pgregory.net/rapid], a suite of laws that hold for
// every agreement, and a runner for golden cases.
//
// What to use, in this order:
//
//  1. [Laws] needs only the agreement. TestOwnAgreement in example_own_test.go is a complete
//     test of your own agreement. [AllLaws] is for tests that draw the agreement too.
//  2. [Goldens] checks answers against cases worked out by hand from the agreement's text,
//     one ticket on each line: only they can say what an agreement promises. [Answers] makes
//     the function that Goldens needs from an agreement's New, and [AnswersFor] makes it from
//     a document's Policy. TestGoldens in golden_example_test.go is such a test.
//  3. [Timelines] and [Instants] draw tickets, and instants to ask at, for properties of your
//     own; [Line] writes a ticket that breaks one.
//
// The package is for tests only: it imports package testing.
//
// The tickets are made from the agreement's own vocabulary: its levels, and above all the
// events that change something under it. They concentrate where mistakes are likely: several
// events at one instant, events given out of order, due instants and the nanosecond on either
// side. A ticket that breaks a law is shrunk and printed as a line that the slaclock command
// can read.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
package policytest
