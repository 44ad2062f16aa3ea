package calendar

import (
	"slices"
	"strconv"
	"time"
)

// A Region names the public holidays of a country or of a part of it. It is comparable.
// The zero Region, like one with Code NONE, has no public holidays.
//
// A part includes the days of its country. GB has only those of England and Wales.
// Codes are matched exactly: "DE-BY", not "de-by". [Regions] lists them.
type Region struct {
	// Code is an ISO 3166 code: "US", "DE-BY", "GB-ENG"; or "NONE"; or "ECB" for
	// the closing days of the euro's payment system.
	Code string
	// List picks one of several lists where a region has more than one: for US-MD
	// "state-closings", the default, or "statutory". For all other regions it is empty.
	List string
	// Estimated includes the years whose dates are only estimated. It changes nothing
	// for a region without such years, so that a caller can set it for any region.
	Estimated bool
}

// noHolidays is the code of the region without public holidays.
const noHolidays = "NONE"

// Regions returns the codes of all regions whose holidays are known, sorted. NONE,
// which has no holidays, is not among them.
//
// The holidays are those by law, with the bank holidays of countries that close on
// them. Some are known to be missing, for callers to add as [Config].Holidays: the
// Islamic days of KE, the Buddhist days of TH, and most of the days that a government
// declares or moves from year to year, as in AR and RU. UA has the days of the law,
// which have been working days under martial law since March 2022: for those years use
// NONE, or [Config].Workdays.
func Regions() []string {
	var codes []string
	for r := range regions {
		if r.List == "" && !r.Estimated && r.Code != "" && r.Code != noHolidays {
			codes = append(codes, r.Code)
		}
	}
	slices.Sort(codes)
	return codes
}

// Reach returns the first and the last date for which the holidays of r are known, both
// included. Most regions follow rules, which reach from 0001-01-01 through 9999-12-31:
// a rule is the law of today, and it also stands for the law of any year for which the
// library knows no other. Other regions reach as far as their tables and formulas:
//
//   - MY, MY-10 and MY-14 from 2015-01-01 through 2026-12-31. The estimated
//     years go on through the last year for which no holiday is missing:
//     2029-12-31 for MY, 2027-12-31 for MY-10 and MY-14, whose Deepavali of 2028
//     is not yet known.
//   - JP from 2007-01-01, since when its law has been as it is now, through
//     2150-12-31, where the formula of the equinoxes ends.
//   - NZ through 2052-12-31, the end of its table of Matariki.
//
// The error is a [*RegionError] if there is no such region or no such list.
func (r Region) Reach() (Period, error) {
	s, err := r.source()
	if err != nil {
		return Period{}, err
	}
	return s.reach, nil
}

// Holidays returns the holidays of r whose day off, [Holiday].Date, lies in a year,
// including those on weekends. They are sorted by day off, then by actual day and name;
// a day on which two holidays fall occurs twice.
//
// The day that a holiday stands for can lie in a neighbouring year: when 1 January is a
// Saturday, the day off in the United States is 31 December. (There is no such day off
// on 31 December 9999.)
//
// The error is a [*RegionError] if there is no such region or no such list, a
// [*CoverageError] if [Region.Reach] does not contain the whole year, and a
// [*RangeError] if the year is not one of 1 to 9999.
func (r Region) Holidays(year int) ([]Holiday, error) {
	s, err := r.source()
	switch {
	case err != nil:
		return nil, err
	case year < 1 || year > 9999:
		return nil, &RangeError{What: "year " + strconv.Itoa(year), Why: "is outside the years 1 to 9999"}
	}
	first, last := fromCivil(year, time.January, 1), fromCivil(year, time.December, 31)
	switch {
	case !s.reach.Contains(first):
		return nil, &CoverageError{Region: r.Code, Day: first, Known: s.reach}
	case !s.reach.Contains(last):
		return nil, &CoverageError{Region: r.Code, Day: Date{s.reach.Through.n + 1}, Known: s.reach}
	}
	return s.appendYear(nil, year), nil
}

// source returns the holidays of r, which are immutable and shared by all that
// ask for the same region.
func (r Region) source() (holidaySource, error) {
	s, ok := regions[r]
	if !ok && r.Estimated {
		r.Estimated = false
		s, ok = regions[r]
	}
	if !ok {
		return nil, newRegionError(r)
	}
	return s, nil
}
