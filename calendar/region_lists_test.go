package calendar

import "testing"

// The lists of this file were written from the laws, the calendars of the years
// and the table of Malaysia's holidays, not from what the code says.

func TestRegionUS(t *testing.T) {
	checkHolidays(t, Region{Code: "US"}, 2021, `
		2021-01-01 New Year's Day
		2021-01-18 Martin Luther King Jr. Day
		2021-02-15 Presidents' Day
		2021-05-31 Memorial Day
		2021-06-18 Juneteenth for 2021-06-19
		2021-07-05 Independence Day for 2021-07-04
		2021-09-06 Labor Day
		2021-10-11 Columbus Day
		2021-11-11 Veterans Day
		2021-11-25 Thanksgiving Day
		2021-12-24 Christmas Day for 2021-12-25
		2021-12-31 New Year's Day for 2022-01-01
	`)
	checkHolidays(t, Region{Code: "US"}, 2022, `
		2022-01-17 Martin Luther King Jr. Day
		2022-02-21 Presidents' Day
		2022-05-30 Memorial Day
		2022-06-20 Juneteenth for 2022-06-19
		2022-07-04 Independence Day
		2022-09-05 Labor Day
		2022-10-10 Columbus Day
		2022-11-11 Veterans Day
		2022-11-24 Thanksgiving Day
		2022-12-26 Christmas Day for 2022-12-25
	`)
	checkHolidays(t, Region{Code: "US"}, 2026, `
		2026-01-01 New Year's Day
		2026-01-19 Martin Luther King Jr. Day
		2026-02-16 Presidents' Day
		2026-05-25 Memorial Day
		2026-06-19 Juneteenth
		2026-07-03 Independence Day for 2026-07-04
		2026-09-07 Labor Day
		2026-10-12 Columbus Day
		2026-11-11 Veterans Day
		2026-11-26 Thanksgiving Day
		2026-12-25 Christmas Day
	`)
}

func TestPUR1_Maryland(t *testing.T) {
	for _, list := range []string{"", "state-closings"} {
		checkHolidays(t, Region{Code: "US-MD", List: list}, 2024, `
			2024-01-01 New Year's Day
			2024-01-15 Martin Luther King Jr. Day
			2024-02-19 Presidents' Day
			2024-05-27 Memorial Day
			2024-06-19 Juneteenth
			2024-07-04 Independence Day
			2024-09-02 Labor Day
			2024-10-14 Columbus Day
			2024-11-05 Statewide General Election Day
			2024-11-11 Veterans Day
			2024-11-28 Thanksgiving Day
			2024-11-29 American Indian Heritage Day
			2024-12-25 Christmas Day
		`)
		checkHolidays(t, Region{Code: "US-MD", List: list}, 2026, `
			2026-01-01 New Year's Day
			2026-01-19 Martin Luther King Jr. Day
			2026-02-16 Presidents' Day
			2026-05-25 Memorial Day
			2026-06-19 Juneteenth
			2026-07-03 Independence Day for 2026-07-04
			2026-09-07 Labor Day
			2026-10-12 Columbus Day
			2026-11-03 Statewide General Election Day
			2026-11-11 Veterans Day
			2026-11-26 Thanksgiving Day
			2026-11-27 American Indian Heritage Day
			2026-12-25 Christmas Day
		`)
	}
	checkHolidays(t, Region{Code: "US-MD"}, 2007, `
		2007-01-01 New Year's Day
		2007-01-15 Martin Luther King Jr. Day
		2007-02-19 Presidents' Day
		2007-05-28 Memorial Day
		2007-07-04 Independence Day
		2007-09-03 Labor Day
		2007-10-08 Columbus Day
		2007-11-12 Veterans Day for 2007-11-11
		2007-11-22 Thanksgiving Day
		2007-12-25 Christmas Day
	`)
}

func TestPUR1_MarylandStatutory(t *testing.T) {
	r := Region{Code: "US-MD", List: "statutory"}
	checkHolidays(t, r, 2026, `
		2026-01-01 New Year's Day
		2026-01-19 Martin Luther King Jr. Day
		2026-02-12 Lincoln's Birthday
		2026-02-16 Presidents' Day
		2026-03-25 Maryland Day
		2026-04-03 Good Friday
		2026-05-25 Memorial Day
		2026-06-19 Juneteenth
		2026-07-03 Independence Day for 2026-07-04
		2026-09-07 Labor Day
		2026-09-12 Defenders' Day
		2026-10-12 Columbus Day
		2026-11-03 Statewide General Election Day
		2026-11-11 Veterans Day
		2026-11-26 Thanksgiving Day
		2026-11-27 American Indian Heritage Day
		2026-12-25 Christmas Day
	`)
	// Sundays of the state's own days; the election is in even years only.
	checkHolidays(t, r, 2027, `
		2027-01-01 New Year's Day
		2027-01-18 Martin Luther King Jr. Day
		2027-02-12 Lincoln's Birthday
		2027-02-15 Presidents' Day
		2027-03-25 Maryland Day
		2027-03-26 Good Friday
		2027-05-31 Memorial Day
		2027-06-18 Juneteenth for 2027-06-19
		2027-07-05 Independence Day for 2027-07-04
		2027-09-06 Labor Day
		2027-09-13 Defenders' Day for 2027-09-12
		2027-10-11 Columbus Day
		2027-11-11 Veterans Day
		2027-11-25 Thanksgiving Day
		2027-11-26 American Indian Heritage Day
		2027-12-24 Christmas Day for 2027-12-25
		2027-12-31 New Year's Day for 2028-01-01
	`)
}

func TestRegionGermany(t *testing.T) {
	checkHolidays(t, Region{Code: "DE-BY"}, 2017, `
		2017-01-01 Neujahrstag
		2017-01-06 Heilige Drei Könige
		2017-04-14 Karfreitag
		2017-04-17 Ostermontag
		2017-05-01 Tag der Arbeit
		2017-05-25 Christi Himmelfahrt
		2017-06-05 Pfingstmontag
		2017-06-15 Fronleichnam
		2017-10-03 Tag der Deutschen Einheit
		2017-10-31 Reformationstag
		2017-11-01 Allerheiligen
		2017-12-25 Weihnachtstag
		2017-12-26 Zweiter Weihnachtsfeiertag
	`)
	checkHolidays(t, Region{Code: "DE-BE"}, 2017, `
		2017-01-01 Neujahrstag
		2017-04-14 Karfreitag
		2017-04-17 Ostermontag
		2017-05-01 Tag der Arbeit
		2017-05-25 Christi Himmelfahrt
		2017-06-05 Pfingstmontag
		2017-10-03 Tag der Deutschen Einheit
		2017-10-31 Reformationstag
		2017-12-25 Weihnachtstag
		2017-12-26 Zweiter Weihnachtsfeiertag
	`)
	checkHolidays(t, Region{Code: "DE-BY"}, 2026, `
		2026-01-01 Neujahrstag
		2026-01-06 Heilige Drei Könige
		2026-04-03 Karfreitag
		2026-04-06 Ostermontag
		2026-05-01 Tag der Arbeit
		2026-05-14 Christi Himmelfahrt
		2026-05-25 Pfingstmontag
		2026-06-04 Fronleichnam
		2026-10-03 Tag der Deutschen Einheit
		2026-11-01 Allerheiligen
		2026-12-25 Weihnachtstag
		2026-12-26 Zweiter Weihnachtsfeiertag
	`)
	checkHolidays(t, Region{Code: "DE-BE"}, 2026, `
		2026-01-01 Neujahrstag
		2026-03-08 Frauentag
		2026-04-03 Karfreitag
		2026-04-06 Ostermontag
		2026-05-01 Tag der Arbeit
		2026-05-14 Christi Himmelfahrt
		2026-05-25 Pfingstmontag
		2026-10-03 Tag der Deutschen Einheit
		2026-12-25 Weihnachtstag
		2026-12-26 Zweiter Weihnachtsfeiertag
	`)
}

func TestRegionEngland(t *testing.T) {
	for _, code := range []string{"GB", "GB-EAW", "GB-ENG", "GB-WLS"} {
		checkHolidays(t, Region{Code: code}, 2020, `
			2020-01-01 New Year's Day
			2020-04-10 Good Friday
			2020-04-13 Easter Monday
			2020-05-08 VE Day
			2020-05-25 Spring Bank Holiday
			2020-08-31 Summer Bank Holiday
			2020-12-25 Christmas Day
			2020-12-28 Boxing Day for 2020-12-26
		`)
		checkHolidays(t, Region{Code: code}, 2022, `
			2022-01-03 New Year's Day for 2022-01-01
			2022-04-15 Good Friday
			2022-04-18 Easter Monday
			2022-05-02 Early May
			2022-06-02 Spring Bank Holiday
			2022-06-03 Platinum Jubilee Bank Holiday
			2022-08-29 Summer Bank Holiday
			2022-09-19 State Funeral of Queen Elizabeth II
			2022-12-26 Boxing Day
			2022-12-27 Christmas Day for 2022-12-25
		`)
	}
	checkHolidays(t, Region{Code: "GB"}, 2012, `
		2012-01-02 New Year's Day for 2012-01-01
		2012-04-06 Good Friday
		2012-04-09 Easter Monday
		2012-05-07 Early May
		2012-06-04 Spring Bank Holiday
		2012-06-05 Diamond Jubilee Bank Holiday
		2012-08-27 Summer Bank Holiday
		2012-12-25 Christmas Day
		2012-12-26 Boxing Day
	`)
	checkHolidays(t, Region{Code: "GB"}, 2021, `
		2021-01-01 New Year's Day
		2021-04-02 Good Friday
		2021-04-05 Easter Monday
		2021-05-03 Early May
		2021-05-31 Spring Bank Holiday
		2021-08-30 Summer Bank Holiday
		2021-12-27 Christmas Day for 2021-12-25
		2021-12-28 Boxing Day for 2021-12-26
	`)
}
