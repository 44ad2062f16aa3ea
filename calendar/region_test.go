package calendar

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// listed returns holidays as lines: the day off, the name and, where it is
// another one, the day that it stands for.
func listed(holidays []Holiday) []string {
	lines := make([]string, len(holidays))
	for i, h := range holidays {
		lines[i] = h.Date.String() + " " + h.Name
		if h.Actual != h.Date {
			lines[i] += " for " + h.Actual.String()
		}
	}
	return lines
}

// linesOf splits a list that is written one holiday a line.
func linesOf(list string) []string {
	var lines []string
	for line := range strings.Lines(list) {
		if line = strings.TrimSpace(line); line != "" {
			lines = append(lines, line)
		}
	}
	return lines
}

func checkHolidays(t *testing.T, r Region, year int, want string) {
	t.Helper()
	got, err := r.Holidays(year)
	if err != nil {
		t.Fatalf("%+v, %d: %v", r, year, err)
	}
	if diff := cmp.Diff(linesOf(want), listed(got)); diff != "" {
		t.Errorf("%+v, %d (-want +got):\n%s", r, year, diff)
	}
}

// testedYears are the years of the tests that go through all regions, as far as
// a region's holidays are known.
func testedYears(t *testing.T, r Region) (from, through int) {
	t.Helper()
	reach, err := r.Reach()
	if err != nil {
		t.Fatal(err)
	}
	return max(1990, reach.From.Year()), min(2100, reach.Through.Year())
}

// allRegions has every region, list and choice that there is.
func allRegions() []Region {
	var all []Region
	for _, code := range Regions() {
		all = append(all, Region{Code: code}, Region{Code: code, Estimated: true})
	}
	return append(all, Region{}, Region{Code: "NONE"}, Region{Code: "US-MD", List: "state-closings"}, Region{Code: "US-MD", List: "statutory"})
}

func TestRegionHolidaysInOrder(t *testing.T) {
	for _, r := range allRegions() {
		from, through := testedYears(t, r)
		for year := from; year <= through; year++ {
			holidays, err := r.Holidays(year)
			if err != nil {
				t.Fatalf("%+v, %d: %v", r, year, err)
			}
			if none := r.Code == "" || r.Code == "NONE"; none != (len(holidays) == 0) || !none && (len(holidays) < 4 || len(holidays) > 30) {
				t.Errorf("%+v, %d: %d holidays", r, year, len(holidays))
			}
			for i, h := range holidays {
				switch {
				case h.Date.Year() != year:
					t.Errorf("%+v, %d: %v is another year's", r, year, h.Date)
				case h.Name == "":
					t.Errorf("%+v, %d: %v has no name", r, year, h.Date)
				case h.Actual.DaysUntil(h.Date) < -1 || h.Actual.DaysUntil(h.Date) > 3:
					t.Errorf("%+v, %d: %v stands for %v, too far away", r, year, h.Date, h.Actual)
				case i > 0 && compareHolidays(holidays[i-1], h) >= 0:
					t.Errorf("%+v, %d: %v before %v", r, year, listed(holidays[i-1:i]), listed(holidays[i:i+1]))
				}
			}
		}
	}
}

// TestRegionPartsIncludeCountry: whoever works Monday to Friday has the
// country's days off in each of its parts too.
func TestRegionPartsIncludeCountry(t *testing.T) {
	for _, code := range Regions() {
		country, _, isPart := strings.Cut(code, "-")
		if !isPart {
			continue
		}
		from, through := testedYears(t, Region{Code: code})
		for year := from; year <= through; year++ {
			whole, err := Region{Code: country}.Holidays(year)
			if err != nil {
				t.Fatal(err)
			}
			part, err := Region{Code: code}.Holidays(year)
			if err != nil {
				t.Fatal(err)
			}
			for _, h := range whole {
				off := func(p Holiday) bool { return p.Date == h.Date || p.Actual == h.Date && p.moved() }
				if !slices.ContainsFunc(part, off) {
					t.Errorf("%s, %d: has not %v of %s", code, year, listed([]Holiday{h}), country)
				}
			}
		}
	}
}

// TestRegionYearEnd: a holiday of 1 January that is kept on 31 December belongs
// to the list of the year before, and is in no other.
func TestRegionYearEnd(t *testing.T) {
	for _, test := range []struct {
		year int
		want string
	}{
		{2010, "2010-01-01 New Year's Day\n2010-12-31 New Year's Day for 2011-01-01"},
		{2011, ""},
		{2021, "2021-01-01 New Year's Day\n2021-12-31 New Year's Day for 2022-01-01"},
		{2022, ""},
		{2023, "2023-01-02 New Year's Day for 2023-01-01"},
		{2027, "2027-01-01 New Year's Day\n2027-12-31 New Year's Day for 2028-01-01"},
	} {
		holidays, err := Region{Code: "US"}.Holidays(test.year)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, line := range listed(holidays) {
			if strings.Contains(line, "New Year") {
				got = append(got, line)
			}
		}
		if diff := cmp.Diff(linesOf(test.want), got); diff != "" {
			t.Errorf("%d (-want +got):\n%s", test.year, diff)
		}
	}
}

func TestRegionFirstAndLastYear(t *testing.T) {
	for _, year := range []int{1, 9999} {
		for _, code := range []string{"US", "DE", "GB", "GR", "RO"} {
			holidays, err := Region{Code: code}.Holidays(year)
			if err != nil || len(holidays) == 0 {
				t.Errorf("%s, %d: %d holidays, %v", code, year, len(holidays), err)
			}
		}
	}
}

func TestRegionReach(t *testing.T) {
	for _, test := range []struct {
		region Region
		want   string
	}{
		{Region{}, "0001-01-01/9999-12-31"},
		{Region{Code: "NONE"}, "0001-01-01/9999-12-31"},
		{Region{Code: "NONE", Estimated: true}, "0001-01-01/9999-12-31"},
		{Region{Code: "US"}, "0001-01-01/9999-12-31"},
		{Region{Code: "US", Estimated: true}, "0001-01-01/9999-12-31"},
		{Region{Code: "US-MD", List: "statutory"}, "0001-01-01/9999-12-31"},
		{Region{Code: "DE-BY"}, "0001-01-01/9999-12-31"},
		{Region{Code: "JP"}, "2007-01-01/2150-12-31"},
		{Region{Code: "NZ"}, "0001-01-01/2052-12-31"},
		{Region{Code: "MY"}, "2015-01-01/2026-12-31"},
		{Region{Code: "MY-10"}, "2015-01-01/2026-12-31"},
		{Region{Code: "MY-14"}, "2015-01-01/2026-12-31"},
		{Region{Code: "MY", Estimated: true}, "2015-01-01/2029-12-31"},
		{Region{Code: "MY-10", Estimated: true}, "2015-01-01/2027-12-31"},
		{Region{Code: "MY-14", Estimated: true}, "2015-01-01/2027-12-31"},
	} {
		reach, err := test.region.Reach()
		if err != nil {
			t.Errorf("%+v: %v", test.region, err)
		}
		if got := reach.String(); got != test.want {
			t.Errorf("%+v: %s, want %s", test.region, got, test.want)
		}
	}
}

func TestRegionErrors(t *testing.T) {
	for _, test := range []struct {
		region Region
		year   int
		kind   error
		want   string
	}{
		{Region{Code: "us"}, 2026, ErrRegion, `calendar: region: "us" is not a region whose holidays are known; write US or US-MD`},
		{Region{Code: "GB-SCT"}, 2026, ErrRegion, `calendar: region: "GB-SCT" is not a region whose holidays are known; write GB, GB-EAW, GB-ENG or GB-WLS`},
		{Region{Code: "FR-IDF"}, 2026, ErrRegion, `calendar: region: "FR-IDF" is not a region whose holidays are known; write FR`},
		{Region{Code: "MY-12", Estimated: true}, 2027, ErrRegion, `calendar: region: "MY-12" is not a region whose holidays are known; write MY, MY-10 or MY-14`},
		{Region{Code: "US-MD", List: "federal"}, 2026, ErrRegion,
			`calendar: region: "US-MD" has no list "federal"; write state-closings or statutory`},
		{Region{Code: "US", List: "statutory"}, 2026, ErrRegion,
			`calendar: region: "US" has no list "statutory"; it has one list, without a name`},
		{Region{List: "statutory"}, 2026, ErrRegion, `calendar: region: "" is missing: the list "statutory" is one of a region`},
		{Region{Code: "US"}, 0, ErrRange, "calendar: year 0 is outside the years 1 to 9999"},
		{Region{Code: "US"}, 10000, ErrRange, "calendar: year 10000 is outside the years 1 to 9999"},
		{Region{}, -1, ErrRange, "calendar: year -1 is outside the years 1 to 9999"},
		{Region{Code: "MY"}, 0, ErrRange, "calendar: year 0 is outside the years 1 to 9999"},
		{Region{Code: "MY"}, 2014, ErrCoverage, "holidays of MY are known from 2015-01-01 only"},
		{Region{Code: "MY"}, 2027, ErrCoverage, "holidays of MY are known through 2026-12-31 only"},
		{Region{Code: "MY-14", Estimated: true}, 2028, ErrCoverage, "holidays of MY-14 are known through 2027-12-31 only"},
		{Region{Code: "JP"}, 2006, ErrCoverage, "holidays of JP are known from 2007-01-01 only"},
		{Region{Code: "JP"}, 2151, ErrCoverage, "holidays of JP are known through 2150-12-31 only"},
		{Region{Code: "NZ"}, 2053, ErrCoverage, "holidays of NZ are known through 2052-12-31 only"},
	} {
		holidays, err := test.region.Holidays(test.year)
		if !errors.Is(err, test.kind) || holidays != nil {
			t.Errorf("%+v, %d: %v, %v, want %v", test.region, test.year, holidays, err, test.kind)
			continue
		}
		if err.Error() != test.want {
			t.Errorf("%+v, %d: %q, want %q", test.region, test.year, err, test.want)
		}
		if _, err := test.region.Reach(); errors.Is(err, ErrRegion) != (test.kind == ErrRegion) {
			t.Errorf("%+v: reach: %v", test.region, err)
		}
	}
	var unknown *RegionError
	_, err := Region{Code: "XX"}.Reach()
	if !errors.As(err, &unknown) || !slices.Equal(unknown.Valid, append(Regions(), "NONE")) {
		t.Errorf("XX: %v", err)
	}
	var uncovered *CoverageError
	_, err = Region{Code: "MY-10"}.Holidays(2027)
	want := &CoverageError{Region: "MY-10", Day: regionDate(t, "2027-01-01"), Known: Period{regionDate(t, "2015-01-01"), regionDate(t, "2026-12-31")}}
	if !errors.As(err, &uncovered) || *uncovered != *want {
		t.Errorf("MY-10, 2027: %+v, want %+v", uncovered, want)
	}
}

func regionDate(t *testing.T, text string) Date {
	t.Helper()
	d, err := ParseDate(text)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// TestRegionShared: many calendars can hold a region's holidays, and reading a
// year's needs no memory of its own.
func TestRegionShared(t *testing.T) {
	for _, code := range []string{"US-MD", "DE-BY", "MY-14", "GB"} {
		s, err := Region{Code: code}.source()
		if err != nil {
			t.Fatal(err)
		}
		if again, _ := (Region{Code: code}).source(); again != s {
			t.Errorf("%s: two sources", code)
		}
		var buf [32]Holiday
		if n := testing.AllocsPerRun(100, func() { s.appendYear(buf[:0], 2026) }); n != 0 {
			t.Errorf("%s: %v allocations", code, n)
		}
	}
}

// TestCorrectionsApply: a correction or an addition that meets no rule or no
// region has been overtaken by a new version of the source.
func TestCorrectionsApply(t *testing.T) {
	source := rickarRegions()
	for region, list := range corrections {
		for _, c := range list {
			found := false
			for code, rules := range source {
				found = found || covers(region, code) && slices.ContainsFunc(rules, func(r *rule) bool { return r.name == c.name })
			}
			if !found {
				t.Errorf("%s: no rule is named %q", region, c.name)
			}
		}
	}
	for region := range additions {
		if _, ok := source[region]; !ok {
			t.Errorf("%s: no such region", region)
		}
	}
}
