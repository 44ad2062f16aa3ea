package web

import (
	"cmp"
	"maps"
	"net/url"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/policy"
)

// weeksShown is how many weeks of a calendar a page shows.
const weeksShown = 5

// monthsShown is how many months are drawn.
const monthsShown = 2

// monthWidths are the widths of a month's picture; there are two in a row if there is room.
var monthWidths = [...]struct{ window, picture int }{{430, 360}, {0, 580}}

type calendarView struct {
	Name, Zone string
	Always     bool   // it is open round the clock
	Which      string // the weeks that are shown: "The coming weeks"
	Months     []*drawing
	Error      string
	Weeks      [][]dayCell
}

type dayCell struct {
	Date, Weekday string
	ISO           string
	Hours         []string
	Reason        string // why it is closed
	Today, Past   bool
	Holiday       bool
}

// draw adds the months of the calendars that are not open round the clock.
func (d *agreementData) draw(p *policy.Policy, in span, at, now time.Time, query url.Values) {
	for i := range d.Calendars {
		v := &d.Calendars[i]
		if v.Always {
			continue
		}
		for _, first := range in.months(at, now, p.Agreement().Calendars[v.Name].Location()) {
			to := maps.Clone(query)
			to.Set("calendar", v.Name)
			to.Set("month", first.Format("2006-01"))
			v.Months = append(v.Months, drawingOf(d.Action+"/month.svg?"+to.Encode(),
				"Hours of "+v.Name+" in "+first.Format("January 2006")+". The table below has them in words.", monthWidths[:]...))
		}
	}
}

// calendarViewOf shows the weeks of a calendar from that of an instant on. For a version that
// is no longer in force, it shows none later than its last ones.
func calendarViewOf(name string, c *calendar.Calendar, in span, at, now time.Time) calendarView {
	v := calendarView{Name: name, Zone: c.Location().String(), Always: true, Which: "The coming weeks"}
	if in.past(now) {
		v.Which = "Weeks"
		if latest := in.until.Add(-1).AddDate(0, 0, -7*(weeksShown-1)); at.After(latest) {
			at = latest
		}
	}
	first, err := c.Date(at)
	today, todayErr := c.Date(now)
	if err = cmp.Or(err, todayErr); err != nil {
		v.Always, v.Error = false, sentence(plain(err.Error()))
		return v
	}
	monday, err := first.Plus(-(int(first.Weekday())+6)%7, calendar.Days)
	for i := 0; i < 7*weeksShown && err == nil; i++ {
		var date calendar.Date
		var day calendar.Day
		if date, err = monday.Plus(i, calendar.Days); err != nil {
			break
		}
		if day, err = c.Day(date); err != nil {
			break
		}
		cell, always := dayCellOf(day, c.Location(), today)
		next, noNext := date.Plus(1, calendar.Days)
		if noNext == nil && !in.meets(date.In(c.Location()), next.In(c.Location())) {
			cell.Hours, cell.Reason, cell.Holiday, always = nil, "another version", false, true
		}
		v.Always = v.Always && always
		if i%7 == 0 {
			v.Weeks = append(v.Weeks, nil)
		}
		last := len(v.Weeks) - 1
		v.Weeks[last] = append(v.Weeks[last], cell)
	}
	if err != nil {
		v.Error = sentence(plain(err.Error()))
	}
	return v
}

// dayCellOf shows a day; always says that it is open all the time.
func dayCellOf(day calendar.Day, loc *time.Location, today calendar.Date) (cell dayCell, always bool) {
	_, month, number := day.Date.Civil()
	cell = dayCell{
		Date: time.Date(2000, month, number, 0, 0, 0, 0, time.UTC).Format("2 Jan"), Weekday: day.Date.Weekday().String(), ISO: day.Date.String(),
		Today: day.Date == today, Past: day.Date.Compare(today) < 0, Reason: day.Reason(), Holiday: len(day.Holidays) > 0,
	}
	if day.Unknown {
		cell.Reason = "holidays not known"
	}
	for _, w := range day.Windows {
		from, to := w.Open.In(loc), w.Close.In(loc)
		text := from.Format("15:04") + "–" + to.Format("15:04")
		next, err := day.Date.Plus(1, calendar.Days)
		switch midnight := to.Format("15:04:05") == "00:00:00"; {
		case err == nil && midnight && to.Equal(next.In(loc)):
			text = from.Format("15:04") + "–24:00"
			always = from.Equal(day.Date.In(loc))
		case err == nil && to.After(next.In(loc)):
			text += " next day"
		}
		cell.Hours = append(cell.Hours, text)
	}
	return cell, always
}
