package picture

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// over returns a scale of 800 pixels without an edge.
func over(from, to time.Time) *scale { return &scale{from.UnixMilli(), to.UnixMilli(), 0, 8000} }

func zone(t *testing.T, name string) *time.Location {
	t.Helper()
	loc, err := calendar.Zone(name)
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

func TestTicks(t *testing.T) {
	chicago, utc := zone(t, "America/Chicago"), time.UTC
	at := func(month time.Month, day, hour int) time.Time {
		return time.Date(2026, month, day, hour, 0, 0, 0, utc)
	}
	tests := []struct {
		name     string
		from, to time.Time
		loc      *time.Location
		want     string
	}{
		// At 2026-03-08 08:00 UTC the clocks of Chicago go from 02:00 to 03:00.
		{"forward", at(3, 8, 6), at(3, 8, 18), chicago, "00:00 01:00 03:00 04:00 05:00 06:00 07:00 08:00 09:00 10:00 11:00 12:00 13:00"},
		// At 2026-11-01 07:00 UTC they go from 02:00 to 01:00.
		{"back", at(11, 1, 5), at(11, 1, 17), chicago, "00:00 01:00 01:00 02:00 03:00 04:00 05:00 06:00 07:00 08:00 09:00 10:00 11:00"},
		{"minutes", at(3, 2, 9), at(3, 2, 10), utc, "09:00 09:05 09:10 09:15 09:20 09:25 09:30 09:35 09:40 09:45 09:50 09:55 10:00"},
		{"half days", at(3, 2, 9), at(3, 9, 9), utc, "12:00 00:00 12:00 00:00 12:00 00:00 12:00 00:00 12:00 00:00 12:00 00:00 12:00 00:00"},
		{"days", at(3, 2, 9), at(3, 12, 9), utc, "Tue 3 Wed 4 Thu 5 Fri 6 Sat 7 Sun 8 Mon 9 Tue 10 Wed 11 Thu 12"},
		{"weeks", at(3, 3, 9), at(5, 30, 9), utc, "9 Mar 16 Mar 23 Mar 30 Mar 6 Apr 13 Apr 20 Apr 27 Apr 4 May 11 May 18 May 25 May"},
		{"months", at(1, 1, 0), at(12, 31, 0), utc, "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"},
		{"quarters", at(1, 2, 0), at(38, 31, 0), utc, "Apr Jul Oct Jan Apr Jul Oct Jan Apr Jul Oct Jan"},
		{"years", at(1, 2, 0), at(12*17, 31, 0), utc, "2027 2028 2029 2030 2031 2032 2033 2034 2035 2036 2037 2038 2039 2040 2041 2042"},
		// In the year 1 in the west it is still the year 0 at first.
		{"thousands in the west", time.UnixMilli(firstMilli), time.UnixMilli(lastMilli), chicago, "1000 2000 3000 4000 5000 6000 7000 8000 9000"},
		{"thousands", time.UnixMilli(firstMilli), time.UnixMilli(lastMilli), utc, "1000 2000 3000 4000 5000 6000 7000 8000 9000"},
	}
	for _, tt := range tests {
		sc := over(tt.from, tt.to)
		ticks := chooseTicks(sc, minutes)
		var got []string
		for _, tick := range ticks.ticks(sc, tt.loc) {
			got = append(got, tick.In(tt.loc).Format(ticks.layout))
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, " ")); diff != "" {
			t.Errorf("%s:\n%s", tt.name, diff)
		}
	}
}

// The first group begins with the scale, whether or not a day does.
func TestGroups(t *testing.T) {
	for hour, want := range map[int]string{0: "00:00 00:00", 1: "01:00 00:00"} {
		from := time.Date(2026, time.March, 2, hour, 0, 0, 0, time.UTC)
		sc := over(from, from.Add(25*time.Hour))
		ticks := chooseTicks(sc, minutes)
		var got []string
		for _, at := range ticks.groups(sc, time.UTC) {
			got = append(got, at.Format("15:04"))
		}
		if diff := cmp.Diff(want, strings.Join(got, " ")); diff != "" {
			t.Errorf("from %d:00:\n%s", hour, diff)
		}
	}
}

// An hour is as wide as another, also when the clocks change.
func TestAxisIsRealTime(t *testing.T) {
	from := time.Date(2026, time.March, 8, 4, 0, 0, 0, time.UTC)
	sc := over(from, from.Add(8*time.Hour))
	for n := range 9 {
		if got, want := sc.at(from.Add(time.Duration(n)*time.Hour)), px(n)*1000; got != want {
			t.Errorf("hour %d is at %d, want %d", n, got, want)
		}
	}
	for before, want := range map[time.Duration]px{-time.Nanosecond: 0, -time.Hour: 0, 9 * time.Hour: 8000} {
		if got := sc.at(from.Add(before)); got != want {
			t.Errorf("%v is at %d, want %d", before, got, want)
		}
	}
}

// A place is the exact quotient, rounded down, whatever the numbers.
func TestPropPlaces(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.Int64Range(firstMilli, lastMilli-1).Draw(t, "from")
		to := rapid.Int64Range(from+1, lastMilli).Draw(t, "to")
		at := rapid.Int64Range(from, to).Draw(t, "at")
		sc := scale{from, to, px(rapid.IntRange(0, 2000).Draw(t, "near")), px(rapid.IntRange(2001, 40_000).Draw(t, "far"))}
		want := new(big.Int).Mul(big.NewInt(at-from), big.NewInt(int64(sc.far-sc.near)))
		want.Div(want, big.NewInt(to-from))
		if got := sc.at(time.UnixMilli(at)); int64(got-sc.near) != want.Int64() {
			t.Fatalf("at %d, want %d more than %d", got, want, sc.near)
		}
	})
}

// Labels do not lie on each other, and stay within the line.
func TestPropTicksAreFew(t *testing.T) {
	loc := zone(t, "Europe/Berlin")
	rapid.Check(t, func(t *rapid.T) {
		from := rapid.Int64Range(firstMilli, lastMilli).Draw(t, "from")
		span := rapid.Int64Range(0, 1<<rapid.IntRange(10, 48).Draw(t, "size")).Draw(t, "span")
		sc := newScale(time.UnixMilli(from), time.UnixMilli(min(from+span, lastMilli)), 0, px(rapid.IntRange(1500, 39_000).Draw(t, "width")))
		ticks := chooseTicks(&sc, minutes)
		if n := len(ticks.ticks(&sc, loc)); n > int(sc.far)/150+3 {
			t.Fatalf("%d ticks on %d", n, sc.far)
		}
		if n := len(ticks.groups(&sc, loc)); n > int(sc.far)/150+3 {
			t.Fatalf("%d groups on %d", n, sc.far)
		}
	})
}
