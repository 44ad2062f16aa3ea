package main

// Thursday at 17:00 in the agreement's zone; open from 08:00 to 20:00, but not on
// Friday, 3 July, when Independence Day is observed. Of the first 8 hours 3 pass on
// Thursday and 5 on Monday, up to 13:00; the fifth business day after Thursday is Friday,
// 10 July.
func Example() {
	main()
	// Output:
	// PUR-4 response running due 2026-07-06T13:00:00-05:00
	//     reading   -05:00  [purchased.zone]
	//     reading   state-closings  [purchased.holidays]
	//     reading   fair  [purchased.severity_change]
	//     start    Thu 2026-07-02 17:00:00 -05:00  reported as 2 by email  [PUR-4]
	//     target   Mon 2026-07-06 13:00:00 -05:00  2: 8h0m0s on business-hours  [PUR-4]
	//     hours     business-hours  [7a6d8a35cd9a]
	//     counted  Thu 2026-07-02 17:00:00 -05:00 to Thu 2026-07-02 20:00:00 -05:00  3h0m0s
	//     closed   Thu 2026-07-02 20:00:00 -05:00 to Mon 2026-07-06 08:00:00 -05:00  Independence Day, weekend
	//     ahead    Mon 2026-07-06 08:00:00 -05:00 to Mon 2026-07-06 13:00:00 -05:00  5h0m0s
	// PUR-4 resolution running due 2026-07-10T20:00:00-05:00
	//     reading   -05:00  [purchased.zone]
	//     reading   state-closings  [purchased.holidays]
	//     reading   fair  [purchased.severity_change]
	//     start    Thu 2026-07-02 17:00:00 -05:00  reported as 2 by email  [PUR-4]
	//     target   Fri 2026-07-10 20:00:00 -05:00  2: 5 business days on business-hours  [PUR-4]
	//     hours     business-hours  [7a6d8a35cd9a]
	//     counted  Thu 2026-07-02 17:00:00 -05:00 to Thu 2026-07-02 20:00:00 -05:00  3h0m0s
	//     closed   Thu 2026-07-02 20:00:00 -05:00 to Mon 2026-07-06 08:00:00 -05:00  Independence Day, weekend
	//     ahead    Mon 2026-07-06 08:00:00 -05:00 to Mon 2026-07-06 20:00:00 -05:00  12h0m0s
	//     closed   Mon 2026-07-06 20:00:00 -05:00 to Tue 2026-07-07 08:00:00 -05:00  night
	//     ahead    Tue 2026-07-07 08:00:00 -05:00 to Tue 2026-07-07 20:00:00 -05:00  12h0m0s
	//     closed   Tue 2026-07-07 20:00:00 -05:00 to Wed 2026-07-08 08:00:00 -05:00  night
	//     ahead    Wed 2026-07-08 08:00:00 -05:00 to Wed 2026-07-08 20:00:00 -05:00  12h0m0s
	//     closed   Wed 2026-07-08 20:00:00 -05:00 to Thu 2026-07-09 08:00:00 -05:00  night
	//     ahead    Thu 2026-07-09 08:00:00 -05:00 to Thu 2026-07-09 20:00:00 -05:00  12h0m0s
	//     closed   Thu 2026-07-09 20:00:00 -05:00 to Fri 2026-07-10 08:00:00 -05:00  night
	//     ahead    Fri 2026-07-10 08:00:00 -05:00 to Fri 2026-07-10 20:00:00 -05:00  12h0m0s
	// next: response due at 2026-07-06 13:00:00 -0500 -05:00
}
