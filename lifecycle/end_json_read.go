package lifecycle

import (
	"fmt"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
)

// end reads an end. It is never nil; after a mistake it can be any end.
func (r *ruleReader) end() (e End) {
	e = Unending{}
	switch r.ends++; {
	case r.ends > maxEnds+1:
		r.Skip() // one that was too many has been reported
		return e
	case r.ends > maxEnds:
		r.Fail(tooManyWhy)
		return e
	case r.deep == maxDeep:
		r.Fail(tooDeepWhy)
		return e
	}
	r.deep++
	defer func() { r.deep-- }()
	switch r.Kind() {
	case strictjson.String:
		switch string(r.TextBytes()) {
		case ownText:
			e = Own{}
		case unendingText:
		default:
			r.Fail("is not an end; write own, unending, or an object that names its kind")
		}
	case strictjson.Object:
		kinds := 0
		r.Object(func(name []byte) {
			if kinds++; kinds > 1 {
				r.Fail("stands beside another kind of end; write one, or both in later or earlier")
				return
			}
			e = r.endOfKind(string(name))
		})
		if kinds == 0 {
			r.Fail(`names no kind of end; write one, such as {"successor":{"n":1}}`)
		}
	case strictjson.Invalid:
		r.Skip()
	default:
		r.Fail("must be an end: own, unending, or an object that names its kind")
	}
	return e
}

func (r *ruleReader) endOfKind(kind string) End {
	switch kind {
	case "successor":
		var e Successor
		r.counted(&e.N, &e.Scope, "n")
		return e
	case "current":
		var e Current
		r.scoped(&e.Scope, nil, 0, nil)
		return e
	case "latest":
		return r.latest()
	case "given":
		return r.given()
	case "end_of":
		return r.endOf()
	case "plus":
		return r.plus()
	case "plus_number":
		return r.plusNumber()
	case "align":
		return r.align()
	case "later":
		return Later(r.list())
	case "earlier":
		return Earlier(r.list())
	case "cases":
		return r.cases()
	case "held":
		return r.held()
	}
	r.Unknown(endKinds()...)
	return Unending{}
}

// scoped reads an object with the fields of a scope and further ones, the first few of
// which are needed.
func (r *ruleReader) scoped(s *Scope, further []string, needed int, read func(name string)) {
	r.fields(append(further, "within", "group", "stable"), needed, func(name string) {
		switch name {
		case "within":
			s.Within = r.whole(0, maxParts)
		case "group":
			s.Group = r.whole(0, maxParts)
		case "stable":
			s.Stable = r.Bool()
		default:
			read(name)
		}
	})
	if why := countFlaw(1, *s); why != "" {
		r.Fail(why)
	}
}

// counted reads an object with a number of versions and the scope that counts them.
func (r *ruleReader) counted(n *int, s *Scope, field string) {
	r.scoped(s, []string{field}, 1, func(string) { *n = r.whole(1, maxN) })
}

func (r *ruleReader) latest() End {
	var e Latest
	r.scoped(&e.Scope, []string{"n", "between"}, 1, func(name string) {
		if name == "between" {
			e.Between = r.Bool()
		} else {
			e.N = r.whole(1, maxN)
		}
	})
	if e.Between && !e.Scope.Stable {
		r.Fail(`has "between", but counts intermediate releases; write "stable":true besides`)
	}
	return e
}

func (r *ruleReader) given() End {
	var e Given
	r.fields([]string{"name", "else"}, 1, func(name string) {
		if name == "else" {
			e.Else = r.end()
		} else {
			e.Name = r.carried()
		}
	})
	return e
}

// carried reads the name of something that releases carry.
func (r *ruleReader) carried() string {
	name := r.Text()
	if name == "" {
		r.Fail("is no name; write the one by which releases carry it")
	}
	return name
}

func (r *ruleReader) endOf() End {
	e := EndOf{r.Text()}
	switch {
	case r.stages[e.Stage]:
	case r.staging:
		r.Fail("is no earlier stage")
	case r.staged:
		r.Fail("is none of the stages")
	default:
		r.early = append(r.early, stageName{r.Path(), e.Stage})
	}
	return e
}

func (r *ruleReader) plus() End {
	var e Plus
	r.fields([]string{"of", "n", "unit", "overflow"}, 3, func(name string) {
		switch name {
		case "of":
			e.Of = r.end()
		case "n":
			e.N = r.whole(-maxN, maxN)
		case "unit":
			e.Unit = r.unit()
		case "overflow":
			e.Overflow = r.Bool()
		}
	})
	return e
}

func (r *ruleReader) plusNumber() End {
	var e PlusNumber
	r.fields([]string{"of", "name", "else", "unit"}, 4, func(name string) {
		switch name {
		case "of":
			e.Of = r.end()
		case "name":
			e.Name = r.carried()
		case "else":
			e.Else = r.whole(-maxN, maxN)
		case "unit":
			e.Unit = r.unit()
		}
	})
	return e
}

func (r *ruleReader) list() []End {
	var ends []End
	r.Array(func(int) { ends = append(ends, r.end()) })
	if len(ends) == 0 {
		r.Fail("is empty; give at least one end")
	}
	return ends
}

func (r *ruleReader) cases() End {
	var cases Cases
	r.Array(func(int) {
		var c Case
		r.fields([]string{"end", "from", "before"}, 1, func(name string) {
			switch name {
			case "end":
				c.End = r.end()
			case "from":
				c.From = r.limit()
			case "before":
				c.Before = r.limit()
			}
		})
		if c.empty() {
			r.Fail(`has no day; write a "before" that is after "from"`)
		}
		cases = append(cases, c)
	})
	if len(cases) == 0 {
		r.Fail("is empty; give at least one case")
	}
	return cases
}

func (r *ruleReader) held() End {
	var e Held
	r.scoped(&e.Scope, []string{"rank", "then", "else"}, 3, func(name string) {
		switch name {
		case "rank":
			e.Rank = r.whole(1, maxN)
		case "then":
			e.Then = r.end()
		case "else":
			e.Else = r.end()
		}
	})
	return e
}

func (r *ruleReader) align() End {
	var e Align
	r.fields([]string{"of", "to", "next"}, 2, func(name string) {
		switch name {
		case "of":
			e.Of = r.end()
		case "to":
			e.To = r.alignment()
		case "next":
			e.Next = r.Bool()
		}
	})
	return e
}

// whole reads a whole number of the given range.
func (r *ruleReader) whole(least, most int) int {
	n := r.Int64()
	if n < int64(least) || n > int64(most) {
		r.Fail(fmt.Sprintf("is out of range; write %d to %d", least, most))
		return least
	}
	return int(n)
}

func (r *ruleReader) unit() (u calendar.Unit) {
	if u.UnmarshalText(r.TextBytes()) != nil {
		r.Fail("is not a unit; write days, weeks, months or years")
	}
	return u
}

// limit reads a date other than 0001-01-01, which would mean that there is no limit.
func (r *ruleReader) limit() calendar.Date {
	d, err := calendar.ParseDate(string(r.TextBytes()))
	switch {
	case err != nil:
		r.Fail(calendar.WhyNot(err))
	case d == calendar.Date{}:
		r.Fail("is the first date there is; leave the field out where there is no limit")
	}
	return d
}
