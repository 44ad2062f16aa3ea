package calendar

import "time"

// An edit turns a rule into those that replace it; see corrections.
type edit func(rule) []*rule

// since keeps a rule from a year on.
func since(year int) edit {
	return func(r rule) []*rule {
		r.first = max(r.first, year)
		return []*rule{&r}
	}
}

// until keeps a rule up to a year, which is its last.
func until(year int) edit {
	return func(r rule) []*rule {
		r = ending(year, r)
		return []*rule{&r}
	}
}

// notIn keeps a rule but in some years.
func notIn(years ...int) edit {
	return func(r rule) []*rule {
		r.except = append(append([]int(nil), r.except...), years...)
		return []*rule{&r}
	}
}

// dropped removes a rule.
func dropped(rule) []*rule { return nil }

// renamed gives a rule another name.
func renamed(name string) edit {
	return func(r rule) []*rule {
		r.name = name
		return []*rule{&r}
	}
}

// renamedSince gives a rule another name from a year on.
func renamedSince(year int, name string) edit {
	return func(r rule) []*rule {
		before := ending(year-1, r)
		r.first, r.name = max(r.first, year), name
		return []*rule{&before, &r}
	}
}

// moving replaces the moves of a rule.
func moving(moves [7]int8) edit {
	return func(r rule) []*rule {
		r.moves = moves
		return []*rule{&r}
	}
}

// movedSince keeps a rule's moves from a year on: before it, the holiday stayed
// where it fell.
func movedSince(year int) edit {
	return func(r rule) []*rule {
		before := ending(year-1, r)
		before.moves = [7]int8{}
		r.first = max(r.first, year)
		return []*rule{&before, &r}
	}
}

// becomes replaces a rule, but for its name, by others.
func becomes(others ...rule) edit {
	return func(r rule) []*rule {
		replaced := make([]*rule, len(others))
		for i, o := range others {
			o.name = r.name
			replaced[i] = &o
		}
		return replaced
	}
}

// The moves that occur in corrections.
var (
	saturdaySundayToMonday = [7]int8{time.Saturday: 2, time.Sunday: 1}
	// Of two holidays on successive days, each moves past the other.
	twoDaysOn = [7]int8{time.Saturday: 2, time.Sunday: 2}
)

// on is a holiday of one year.
func on(year int, month time.Month, day int, name string) rule {
	return rule{name: name, month: month, day: day, first: year, last: year}
}

// every is a holiday on the same day of each year from first on; zero stands
// for all years.
func every(month time.Month, day int, first int, name string) rule {
	return rule{name: name, month: month, day: day, first: first}
}

// nth is a holiday on the nth weekday of a month.
func nth(n int, weekday time.Weekday, month time.Month, first int, name string) rule {
	return rule{name: name, kind: ruleNth, month: month, weekday: weekday, n: n, first: first}
}

// ending is a rule with a last year, which only comes earlier by it.
func ending(last int, r rule) rule {
	if r.last == 0 || r.last > last {
		r.last = last
	}
	return r
}
