package main

// Thursday 16:30, and the Friday is Labour Day: gold has half an hour left on Monday,
// silver three and a half.
func Example() {
	main()
	// Output:
	// gold: 2026-05-04T09:30:00+02:00 by §1a <nil>
	// silver: 2026-05-04T12:30:00+02:00 by §1 <nil>
	// lead:  policy: attributes[tier]: "lead" is not one of its values; write gold or silver
}
