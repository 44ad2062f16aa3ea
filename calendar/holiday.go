package calendar

// A Holiday is one day off of a year, with the day that it stands for.
type Holiday struct {
	Date   Date   // the day off
	Name   string // in the language of its source; "" where nobody named it
	Actual Date   // the day that it stands for: another one where it was moved from a weekend or by decree
}

// DaysOff returns nameless holidays on the given dates, for a [Config] whose
// holidays are just a list.
func DaysOff(dates ...Date) []Holiday {
	days := make([]Holiday, len(dates))
	for i, d := range dates {
		days[i] = Holiday{Date: d, Actual: d}
	}
	return days
}
