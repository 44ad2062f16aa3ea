// Package policytest helps to test agreements written with package policy. It has
// a generator of tickets for property tests with [pgregory.net/rapid], and the laws
// that hold for every agreement as a suite.
//
// What to use, in this order:
//
//  1. [Laws] needs the agreement and nothing else. TestOwnAgreement in
//     example_own_test.go is a whole test of one's own agreement. [AllLaws] is for
//     tests that draw the agreement too.
//  2. [Goldens] judges answers that were worked out by hand from the agreement's text,
//     a ticket a line: only they can say what an agreement promises. [Answers] makes the
//     function that it needs from an agreement's New, [AnswersFor] from a document's
//     Policy. TestGoldens in golden_example_test.go is such a test.
//  3. [Timelines] and [Instants] draw tickets, and when to ask, for properties of
//     one's own; [Line] tells a ticket that breaks one.
//
// All of it is for tests alone: it links package testing.
//
// The tickets are made from the agreement's own words: its levels, and above all
// the events that change something under it. They crowd where it goes wrong:
// several events at one instant, events handed in out of order, due instants and
// the nanosecond on either side. A ticket that breaks a law is shrunk and printed
// as a line that the command slaclock can read.
//
// Ids in brackets, such as G9, T6 or CUM-9, are rules and clauses: policy/CLAUSES.md says
// what each means, where it is computed and which tests check it.
package policytest
