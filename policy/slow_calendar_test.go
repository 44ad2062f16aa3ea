package policy_test

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"pgregory.net/rapid"
)

// The slow twin of the engine counts time on a grid: everything that it meets
// (events, windows, offsets of zones, targets) is a multiple of a quarter of an
// hour, so that walking the grid is exact.
const tick = 15 * time.Minute

// gridDays is how many days of a story the twin can see.
const gridDays = 75

// A slowZone is the civil time of a zone on the grid: what a clock on its wall
// shows at each tick, in minutes since the Unix epoch's midnight on that wall.
type slowZone struct {
	location *time.Location
	base     time.Time
	wall     []int
	first    map[int]int // the first tick at which the wall shows that
}

func newSlowZone(name string, base time.Time) (*slowZone, error) {
	location, err := calendar.Zone(name)
	if err != nil {
		return nil, err
	}
	z := &slowZone{location: location, base: base, first: map[int]int{}}
	for i := range gridDays * 96 {
		at := base.Add(time.Duration(i) * tick)
		_, offset := at.In(location).Zone()
		minutes := (int(at.Unix()) + offset) / 60
		z.wall = append(z.wall, minutes)
		if _, seen := z.first[minutes]; !seen {
			z.first[minutes] = i
		}
	}
	return z, nil
}

// at returns the tick at which the wall shows some minutes: the first of two, and
// in a gap as long after the gap's begin as the minutes are (G2).
func (z *slowZone) at(minutes int) int {
	for back := 0; back < 600; back += 15 {
		if i, ok := z.first[minutes-back]; ok {
			return i + back/15
		}
	}
	return -1
}

// A slowDesk is a calendar on the grid, worked out from its plain description.
type slowDesk struct {
	zone    *slowZone
	open    []bool
	opens   map[int]bool // business days, by the number of the day
	closes  map[int]int  // the tick at which the last window of a day closes
	regular int          // the ticks of a regular day; 0 if there is none
}

func newSlowDesk(z *slowZone, cfg calendar.Config) *slowDesk {
	d := &slowDesk{zone: z, open: make([]bool, len(z.wall)), opens: map[int]bool{}, closes: map[int]int{}}
	for day := z.wall[0]/1440 + 1; day <= z.wall[len(z.wall)-1]/1440-3; day++ {
		date := time.Unix(int64(day)*86400, 0).UTC()
		windows := cfg.Week[date.Weekday()]
		if slices.ContainsFunc(cfg.Holidays, func(h calendar.Holiday) bool { return h.Date.String() == date.Format(time.DateOnly) }) {
			windows = nil
		}
		for on, special := range cfg.Special {
			if on.String() == date.Format(time.DateOnly) {
				windows = special
			}
		}
		for _, w := range windows {
			from, to := z.at(day*1440+int(w.Open/time.Minute)), z.at(day*1440+int(w.Close/time.Minute))
			for i := from; i < to; i++ {
				d.open[i] = true
			}
			if from < to {
				d.opens[day] = true
				d.closes[day] = max(d.closes[day], to)
			}
		}
	}
	lengths := map[int]bool{}
	for _, windows := range cfg.Week {
		length := 0
		for _, w := range windows {
			length += int((w.Close - w.Open) / tick)
		}
		if length > 0 {
			lengths[length] = true
			d.regular = length
		}
	}
	if len(lengths) != 1 {
		d.regular = 0
	}
	return d
}

// add walks n open ticks from a tick (G1).
func (d *slowDesk) add(from, n int) int {
	i := from
	for n > 0 {
		if d.open[i] {
			n--
		}
		i++
	}
	return i
}

// between counts the open ticks from one to another.
func (d *slowDesk) between(from, to int) int {
	n := 0
	for i := from; i < to; i++ {
		if d.open[i] {
			n++
		}
	}
	return n
}

// businessDay returns the number of the nth business day after the day of a tick
// (G6).
func (d *slowDesk) businessDay(from, n int) int {
	day := d.zone.wall[from] / 1440
	for ; n > 0; n-- {
		for day++; !d.opens[day]; day++ {
		}
	}
	return day
}

// days adds n business days by a convention (G6).
func (d *slowDesk) days(from, n int, v calendar.Convention) int {
	switch v {
	case calendar.CloseOfBusiness:
		return d.closes[d.businessDay(from, n)]
	case calendar.SameTime:
		return d.zone.at(d.businessDay(from, n)*1440 + d.zone.wall[from]%1440)
	default:
		return d.add(from, n*d.regular)
	}
}

// closing reports whether a window closes at a tick and none follows at once.
func (d *slowDesk) closing(i int) bool { return d.open[i-1] && !d.open[i] }

// opening returns the first open tick from one on.
func (d *slowDesk) opening(i int) int {
	for !d.open[i] {
		i++
	}
	return i
}

// slowWeeks are weeks that a desk of a story can have. They are open on at least
// three days of the week, and windows last long enough to survive a change of
// the clocks.
func slowWeeks() []calendar.Week {
	const h = time.Hour
	lunch, mixed := calendar.Week{}, calendar.Week{}
	for day := time.Monday; day <= time.Friday; day++ {
		lunch[day] = []calendar.Window{{Open: 9 * h, Close: 12 * h}, {Open: 13 * h, Close: 17*h + 30*time.Minute}}
	}
	mixed[time.Monday] = []calendar.Window{{Open: 8 * h, Close: 12 * h}, {Open: 12 * h, Close: 15 * h}}
	mixed[time.Wednesday] = []calendar.Window{{Open: 0, Close: 24 * h}}
	mixed[time.Saturday] = []calendar.Window{{Open: 20 * h, Close: 28 * h}}
	return []calendar.Week{
		calendar.Weekdays(9*h, 17*h),
		calendar.Daily(0, 24*h),
		lunch,
		calendar.Hours(22*h, 30*h, time.Sunday, time.Monday, time.Tuesday, time.Wednesday, time.Thursday),
		calendar.Daily(6*h, 18*h),
		calendar.Hours(12*h, 20*h, time.Tuesday, time.Wednesday, time.Thursday, time.Friday, time.Saturday),
		calendar.Weekdays(0, 24*h),
		mixed,
	}
}

// slowBases are dates about which stories play: the clocks change, the year ends,
// February has a 29th.
func slowBases() []time.Time {
	var all []time.Time
	for _, day := range []string{"2026-03-22", "2026-03-01", "2026-10-18", "2026-12-20", "2024-02-22", "2026-10-25"} {
		at, _ := time.Parse(time.DateOnly, day)
		all = append(all, at.AddDate(0, 0, -6))
	}
	return all
}

func slowZones() []string {
	return []string{"UTC", "Europe/Berlin", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu", "+08:00"}
}

// drawConfig draws the description of a calendar about a base.
func drawConfig(t *rapid.T, base time.Time, label string) calendar.Config {
	cfg := calendar.Config{
		Zone: rapid.SampledFrom(slowZones()).Draw(t, label+" zone"),
		Week: rapid.SampledFrom(slowWeeks()).Draw(t, label+" week"),
	}
	date := func(what string) calendar.Date {
		at := base.AddDate(0, 0, rapid.IntRange(4, 20).Draw(t, what))
		d, err := calendar.DateOf(at)
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	for range rapid.IntRange(0, 2).Draw(t, label+" holidays") {
		cfg.Holidays = append(cfg.Holidays, calendar.Holiday{Date: date(label + " holiday")})
	}
	if rapid.IntRange(0, 3).Draw(t, label+" special") == 3 {
		cfg.Special = map[calendar.Date][]calendar.Window{date(label + " special date"): {{Open: 10 * time.Hour, Close: 14 * time.Hour}}}
	}
	return cfg
}
