// Package policytest helps to test agreements written with package policy. It
// has a generator of tickets for property tests with [pgregory.net/rapid], and
// the laws that hold for every agreement as a suite:
//
//	func TestLaws(t *testing.T) {
//		policytest.Laws(t, myAgreement)
//	}
//
// The tickets are made from the agreement's own words: its levels, and above all
// the events that change something under it. They crowd where it goes wrong:
// several events at one instant, events handed in out of order, due instants and
// the nanosecond on either side. A ticket that breaks a law is shrunk and printed
// as a line that the command slaclock can read.
package policytest
