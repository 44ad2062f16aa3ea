// Package agreementtest is what the tests of the five agreements share, and nobody
// else needs: package policytest is for the authors of agreements.
//
//   - A [Twin] is a second implementation that is held against the agreement. [Words]
//     draw its tickets, each a [Spec], and its answer has the form of a [Reply].
//   - A [Coverage] is a table of what a text says of coverage, with questions to the
//     rules.
//   - [SayReleases] answers a list of releases in a line; [Date] reads a date.
//   - [ReadCases] reads a file of golden cases, for policytest.Goldens and [Twin.Cases];
//     [CasesOf] finds those among them that a test is named after.
//
// All of it is for tests alone: it links package testing.
package agreementtest
