package main

// A Crisis by telephone from Germany on a Monday at 13:00 UTC, resolved on Tuesday at
// 19:00: a response is promised within half an hour and a plan within four hours,
// and the first manager is told after a day. EMEA works from 07:00 to 16:00 UTC, the
// US from 15:00 to midnight and APJ from midnight.
func Example() {
	main()
	// Output:
	// Mar  2 13:30:00 response due
	// Mar  2 16:00:00 hand-over to US
	// Mar  2 17:00:00 plan due
	// Mar  3 00:00:00 hand-over to APJ
	// Mar  3 07:00:00 hand-over to EMEA
	// Mar  3 13:00:00 escalation step 1: tell the Regional Director
	// Mar  3 16:00:00 hand-over to US
}
