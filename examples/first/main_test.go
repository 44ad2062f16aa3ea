package main

// Thursday from 15:30 is an hour and a half, Friday is Labour Day, and the other six
// and a half hours are Monday's.
func Example() {
	main()
	// Output: 2026-05-04 15:30:00 +0200 CEST <nil>
}
