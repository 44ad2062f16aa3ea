package picture

import (
	"strconv"
	"time"

	"github.com/slaclock/slaclock/calendar"
)

// A monthSheet is the picture of a month that is being drawn.
type monthSheet struct {
	*sheet
	story    story
	calendar *calendar.Calendar
	cell     px // width of a day
	high     px // height of a day
	lines    int
	notes    []string // what the cells have no room for
}

// inset is the space between the frame of a day and its text.
const inset = 3 * pixel

// Month draws a month of a calendar in weeks that begin on Monday: the hours of each day,
// holidays by name, special days, and the days whose holidays are unknown (G9). The strip at
// the foot of a day shows its hours from midnight to midnight, in elapsed time, so a night
// shift is at the end of one day and the beginning of the next. The working time is counted
// from the midnight at which the month begins to the one at which it ends: a shift that runs
// over either end counts for the part that lies within.
//
// The error is an [ErrOptions]; a [calendar.ErrDate] if there is no such month within the
// years 1 to 9999; or a [calendar.ErrRange] if the calendar is nil or the zero Calendar.
func Month(c *calendar.Calendar, year int, month time.Month, o Options) ([]byte, error) {
	if c == nil {
		c = new(calendar.Calendar)
	}
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	first, err := calendar.NewDate(year, month, 1)
	if err != nil {
		return nil, err
	}
	if o.Title == "" {
		o.Title = month.String() + " " + first.String()[:4]
	}
	m := monthSheet{sheet: newSheet(o, 0), calendar: c}
	m.cell = (m.right - m.left) / 7
	return m.paint(first)
}

// paint draws the month that begins with a date.
func (m *monthSheet) paint(first calendar.Date) ([]byte, error) {
	var list []calendar.Day
	days := first.DaysUntil(first.LastOfMonth()) + 1
	for n := range days {
		d, err := first.Plus(n, calendar.Days)
		if err != nil {
			return nil, err
		}
		day, err := m.calendar.Day(d)
		if err != nil {
			return nil, err
		}
		list = append(list, day)
		lines, notes := m.cellWords(&day)
		m.lines = max(m.lines, len(lines))
		m.note(&day, notes)
	}
	m.high = px(m.lines)*14*pixel + 36*pixel
	line := "Times in " + m.calendar.Location().String() + ". " + m.total(list)
	m.story.say("title", line[:len(line)-1])
	m.heading(line, line)
	for n := range 7 {
		weekday := time.Weekday((n + 1) % 7)
		name := weekday.String()
		if textWidth(name, normal, true) > m.cell-2*inset {
			name = name[:3]
		}
		m.text("b", atStart, m.left+px(n)*m.cell+inset, m.y+12*pixel, name)
	}
	m.y += 18 * pixel
	var frames, open, unknown path
	column := (int(first.Weekday()) + 6) % 7
	before := m.b
	m.b = nil
	for i := range list {
		x, y := m.left+px(column)*m.cell, m.y
		frames.box(x, y, m.cell, m.high)
		if m.doubtful(&list[i]) {
			unknown.box(x, y+m.high-16*pixel, m.cell, 16*pixel)
			m.marks |= markUnknown
		}
		m.day(&list[i], x, y, &frames, &open)
		if column++; column == 7 && i+1 < len(list) {
			column = 0
			m.y += m.high
		}
	}
	front := m.b
	m.b = before
	m.draw("u", unknown)
	m.draw("r", open)
	m.draw("f", frames)
	m.b = append(m.b, front...)
	m.y += m.high + 4*pixel
	m.flow(m.left, m.notes)
	m.key()
	return m.finish(m.story.text()), nil
}

// total says how much working time the month has, as far as it is known, from its first
// midnight to the next month's, with each instant counted once (G2a).
func (m *monthSheet) total(list []calendar.Day) string {
	business := 0
	for i := range list {
		if list[i].Unknown {
			return "Working time not known: holidays are missing."
		}
		if len(list[i].Windows) > 0 {
			business++
		}
	}
	text := counted(business, "business day", "business days")
	from, to := m.span(list[0].Date, list[len(list)-1].Date)
	sum, err := m.calendar.Between(from, to)
	if err != nil {
		return text + ". Working time not known: holidays before the month are missing."
	}
	if to.Nanosecond() != 0 {
		if open, err := m.calendar.IsOpen(to); err == nil && open {
			sum++
		}
	}
	text += " with " + short(sum) + " of working time"
	if m.runsOver(list, from, to) {
		text += " within the month" // which is not the same as that of its business days
	}
	return text + "."
}

// runsOver reports whether a window runs into the month from before, or beyond its end.
func (m *monthSheet) runsOver(list []calendar.Day, from, to time.Time) bool {
	for _, w := range list[len(list)-1].Windows {
		if to.Nanosecond() == 0 && w.Close.After(to) {
			return true
		}
	}
	for w, err := range m.calendar.Windows(from) {
		return err == nil && w.Open.Before(from)
	}
	return false
}

// span returns the beginning of one date and the end of another. The end of the last date of
// all is its last nanosecond.
func (m *monthSheet) span(first, last calendar.Date) (from, to time.Time) {
	loc := m.calendar.Location()
	if next, err := last.Plus(1, calendar.Days); err == nil {
		return first.In(loc), next.In(loc)
	}
	return first.In(loc), last.In(loc).Add(day - time.Nanosecond)
}

// day draws one day.
func (m *monthSheet) day(day *calendar.Day, x, y px, frames, open *path) {
	_, _, n := day.Date.Civil()
	m.text("b", atStart, x+inset, y+14*pixel, strconv.Itoa(n))
	class := "s"
	if len(day.Windows) == 0 {
		class = "s m"
	}
	lines, _ := m.cellWords(day)
	for i, line := range lines {
		m.text(class, atStart, x+inset, y+28*pixel+px(i)*14*pixel, line)
	}
	if len(day.Holidays) > 0 {
		var p path
		p.polygon(x+m.cell-9*pixel, y+4*pixel, 4*pixel, 5*pixel, -4*pixel, 5*pixel, -4*pixel, -5*pixel)
		m.draw("d", p)
		m.marks |= markHoliday
	}
	m.strip(day, x, y+m.high-10*pixel, open)
	m.tell(day)
}

// doubtful reports whether a day's hours are unknown, because its own holidays are unknown,
// or those of the day before, whose shift may run into it.
func (m *monthSheet) doubtful(day *calendar.Day) bool {
	from, to := m.span(day.Date, day.Date)
	_, err := m.calendar.Between(from, to)
	return day.Unknown || err != nil
}

// strip adds the open hours of a day, including those that run over from the evening before.
func (m *monthSheet) strip(day *calendar.Day, x, y px, open *path) {
	from, to := m.span(day.Date, day.Date)
	if !from.Before(to) {
		return
	}
	sc := scale{from.UnixMilli(), to.UnixMilli(), x + 3*pixel, x + m.cell - 3*pixel}
	var s strip
	add := func(w calendar.Span) {
		s.add(sc.at(w.Open), sc.at(w.Close), y, 6*pixel)
		m.marks |= markOpenStrip
	}
	// On the last day of all, and after an unknown night, the windows that open on the day
	// are looked up by its date.
	own := to.Nanosecond() != 0 || m.doubtful(day)
	n := 0
	for w, err := range m.calendar.Windows(from) {
		if n++; err != nil || !w.Open.Before(to) || own && !w.Open.Before(from) || n > maxWindows {
			break
		}
		add(w)
	}
	if own {
		for _, w := range day.Windows {
			add(w)
		}
	}
	s.flush(y, 6*pixel)
	*open = append(*open, s.path...)
}

// tell describes a day in the desc.
func (m *monthSheet) tell(day *calendar.Day) {
	text := "open "
	for i, w := range day.Windows {
		if i > 0 {
			text += ", "
		}
		text += hours(w, m.calendar.Location())
	}
	if len(day.Windows) == 0 {
		text = m.reason(day)
	} else if day.Special {
		text += " (special day)"
	}
	if move := m.move(day.Date); move != 0 {
		text += ", " + moveText(move)
	}
	_, month, n := day.Date.Civil()
	m.story.say("days", day.Date.Weekday().String(), " ", counted(n, month.String(), month.String()), ": ", text)
}
