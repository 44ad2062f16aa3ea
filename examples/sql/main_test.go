package main

// The response is due on Monday at 13:00 in the agreement's zone. 100 hours after
// Thursday 22:00 UTC it is Tuesday 02:00, Monday 21:00 there.
func Example() {
	main()
	// Output:
	// 2026-07-02 22:00:00 out of date: ""
	// response running 2026-07-06T13:00:00-05:00, resolution running 2026-07-10T20:00:00-05:00
	// 2026-07-07 02:00:00 out of date: "T-1"
	// response breached 2026-07-06T13:00:00-05:00, resolution running 2026-07-10T20:00:00-05:00
}
