package calendar_test

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/enum"
)

// TestConfigErrorKinds: a Config with a zone or a region that does not exist is an error
// of that kind too, whatever else is wrong with it.
func TestConfigErrorKinds(t *testing.T) {
	for _, row := range []struct {
		cfg   calendar.Config
		kinds []error
	}{
		{calendar.Config{Zone: "Mars/Olympus"}, []error{calendar.ErrZone}},
		{calendar.Config{Zone: "+25:00", RegularDay: -1}, []error{calendar.ErrZone}},
		{calendar.Config{Zone: "UTC", Region: calendar.Region{Code: "de"}}, []error{calendar.ErrRegion}},
		{calendar.Config{Zone: "UTC", Region: calendar.Region{Code: "DE", List: "x"}}, []error{calendar.ErrRegion}},
		{calendar.Config{Zone: "x", Region: calendar.Region{Code: "de"}}, []error{calendar.ErrZone, calendar.ErrRegion}},
		{calendar.Config{}, nil}, // no zone is not a wrong one
		{calendar.Config{Zone: "UTC", RegularDay: -1}, nil},
	} {
		_, err := calendar.New(row.cfg)
		if !errors.Is(err, calendar.ErrConfig) {
			t.Errorf("%+v: %v", row.cfg, err)
		}
		for _, kind := range []error{calendar.ErrZone, calendar.ErrRegion} {
			want := false
			for _, k := range row.kinds {
				want = want || k == kind
			}
			if got := errors.Is(err, kind); got != want {
				t.Errorf("%v is %q: %v, want %v", err, kind, got, want)
			}
		}
	}
	_, err := calendar.New(calendar.Config{Zone: "x", Region: calendar.Region{Code: "US-MD", List: "x"}})
	var zone *calendar.ZoneError
	var region *calendar.RegionError
	if !errors.As(err, &zone) || zone.Name != "x" {
		t.Errorf("the zone of %v: %+v", err, zone)
	}
	if !errors.As(err, &region) || region.Region.List != "x" || strings.Join(region.Valid, " ") != "state-closings statutory" {
		t.Errorf("the region of %v: %+v", err, region)
	}
}

// TestUnitErrors: arithmetic in what is no unit is an error of units as well as of dates.
func TestUnitErrors(t *testing.T) {
	_, plus := on("2026-03-02").Plus(1, calendar.Unit(9))
	_, after := calendar.PeriodAfter(on("2026-03-02"), 1, calendar.Unit(4))
	for _, err := range []error{plus, after} {
		var names *enum.Error
		if !errors.Is(err, calendar.ErrUnit) || !errors.Is(err, calendar.ErrDate) || !errors.As(err, &names) || len(names.Known) != 4 {
			t.Error(err)
		}
	}
	if want := `calendar: date "2026-03-02 plus 1 Unit(9)": the unit must be Days, Weeks, Months or Years`; plus.Error() != want {
		t.Errorf("%v, want %s", plus, want)
	}
	if _, err := on("9999-12-31").Plus(1, calendar.Days); errors.Is(err, calendar.ErrUnit) {
		t.Errorf("days are a unit: %v", err)
	}
}

// TestErrorsOfLongTexts: of a text that somebody sends, however long, an error shows forty
// characters.
func TestErrorsOfLongTexts(t *testing.T) {
	long := strings.Repeat("é", 50_000)
	shown := strings.Repeat("é", 40) + "…"
	var unit calendar.Unit
	var convention calendar.Convention
	var window calendar.Window
	elsewhere := time.FixedZone(long, 3600)
	for name, err := range map[string]error{
		"time": second(calendar.ParseTime(long)), "date": second(calendar.ParseDate(long)), "zone": second(calendar.Zone(long)),
		"region": second(calendar.Region{Code: long}.Reach()), "list": second(calendar.Region{Code: "US-MD", List: long}.Reach()),
		"the one list": second(calendar.Region{Code: "DE", List: long}.Reach()),
		"unit":         unit.UnmarshalText([]byte(long)), "convention": convention.UnmarshalText([]byte(long)),
		"window": window.UnmarshalText([]byte(long)), "bound": window.UnmarshalText([]byte("09:00-" + long)),
		"scan":             new(calendar.Date).Scan(long),
		"config's zone":    second(calendar.New(calendar.Config{Zone: long})),
		"config's region":  second(calendar.New(calendar.Config{Zone: "UTC", Region: calendar.Region{Code: long}})),
		"config's list":    second(calendar.New(calendar.Config{Zone: "UTC", Region: calendar.Region{Code: "DE", List: long}})),
		"zone of another":  second(calendar.New(calendar.Config{Zone: long, Location: time.UTC})),
		"another location": second(calendar.New(calendar.Config{Zone: "UTC", Location: elsewhere})),
		"config written":   second(calendar.Config{Location: elsewhere}.MarshalJSON()),
	} {
		text := ""
		if err != nil {
			text = err.Error()
		}
		if !strings.Contains(text, `"`+shown+`"`) && !strings.Contains(text, `"09:00-`) || len(text) > 2000 {
			t.Errorf("%s: %d bytes: %.200s", name, len(text), text)
		}
	}
	_, err := calendar.ParseTime(long)
	var whole *calendar.TimeError
	if !errors.As(err, &whole) || whole.Text != long {
		t.Error("the error itself has lost the text")
	}
}

// TestG9_RangeErrorTexts: what is outside the years is told as what it is outside of has
// it, in the calendar's zone, with a year of as many digits as it needs.
func TestG9_RangeErrorTexts(t *testing.T) {
	berlin, york := zoned(t, "Europe/Berlin", win(9, 17)), zoned(t, "America/New_York", win(9, 17))
	for _, row := range []struct {
		c    *calendar.Calendar
		at   time.Time
		want string
	}{
		{berlin, when("9999-12-31T23:00:00Z"), "instant 10000-01-01T00:00:00+01:00"},
		{berlin, when("9999-12-31T23:59:59Z"), "instant 10000-01-01T00:59:59+01:00"},
		{zoned(t, "UTC"), time.Unix(253402300800, 0), "instant 10000-01-01T00:00:00Z"},
		{zoned(t, "UTC"), time.Date(20000, 3, 2, 9, 0, 0, 0, time.UTC), "instant 20000-03-02T09:00:00Z"},
		{zoned(t, "UTC"), time.Date(0, 3, 2, 9, 0, 0, 0, time.UTC), "instant 0000-03-02T09:00:00Z"},
		{zoned(t, "UTC"), time.Date(-5, 3, 2, 9, 0, 0, 0, time.UTC), "instant -0005-03-02T09:00:00Z"},
		// Before standard time New York was 4:56:02 behind.
		{york, when("0001-01-01T04:56:01Z"), "instant 0000-12-31T23:59:59-04:56:02"},
		{zoned(t, "UTC"), time.Unix(1<<60, 0), "instant 1152921504606846976 (Unix seconds)"},
		{zoned(t, "UTC"), time.Unix(-1<<60, 0), "instant -1152921504606846976 (Unix seconds)"},
	} {
		_, err := row.c.IsOpen(row.at)
		if want := "calendar: " + row.want + " is outside the years 1 to 9999"; !errors.Is(err, calendar.ErrRange) || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	for _, row := range []struct {
		at   time.Time
		want string
	}{
		{time.Date(-5, 1, 1, 0, 0, 0, 0, time.UTC), `calendar: date "-0005-01-01": the year must be 1 to 9999`},
		{time.Date(-12345, 1, 1, 0, 0, 0, 0, time.UTC), `calendar: date "-12345-01-01": the year must be 1 to 9999`},
		{time.Date(0, 1, 1, 0, 0, 0, 0, time.UTC), `calendar: date "0000-01-01": the year must be 1 to 9999`},
		{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), `calendar: date "10000-01-01": the year must be 1 to 9999`},
	} {
		if _, err := calendar.DateOf(row.at); err == nil || err.Error() != row.want {
			t.Errorf("%v, want %s", err, row.want)
		}
	}
}
