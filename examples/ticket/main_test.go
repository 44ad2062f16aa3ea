package main

// Thursday at 17:00 in the agreement's zone; open from 08:00 to 20:00, but not on
// Friday, 3 July, when Independence Day is observed.
func Example() {
	main()
	// Output:
	// PUR-4 response running due 2026-07-06 13:00:00 -0500 -05:00
	// PUR-4 resolution running due 2026-07-10 20:00:00 -0500 -05:00
	// next: response due at 2026-07-06 13:00:00 -0500 -05:00
}
