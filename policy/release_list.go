package policy

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/calendar/strictjson"
	"github.com/slaclock/slaclock/lifecycle"
)

// ErrReleaseList means that the JSON of a list of releases cannot be read, or that the list
// is nil.
var ErrReleaseList = errors.New("policy: invalid list of releases")

// A ReleaseListError holds the mistakes in a list's JSON. It is an [ErrReleaseList]. The
// zero ReleaseListError holds none.
type ReleaseListError struct {
	Err error // a [*strictjson.Error]
}

// Error lists the mistakes, each with its place, on one line.
func (e *ReleaseListError) Error() string {
	if e.Err == nil {
		return ErrReleaseList.Error()
	}
	return (&TicketError{e.Err}).Error()
}

// Is reports whether target is [ErrReleaseList].
func (e *ReleaseListError) Is(target error) bool { return target == ErrReleaseList }

// Unwrap returns the list of mistakes.
func (e *ReleaseListError) Unwrap() error { return e.Err }

// The names by which rules refer to parts of a release: fields of the JSON that hold a date
// or a length of time.
const (
	EndOfMaintenance = "end_of_maintenance"
	ExtensionThrough = "extension_through"
	SustainedMonths  = "sustained_months"

	stableField = "stable"
)

// ReadReleases reads a list of releases under one of several agreements:
//
//	{"id":"p","agreement":"portx","on":"2026-11-21",
//	 "releases":[{"version":"3.0","released":"2025-09-01"}]}
//
// It returns the list and, of the given agreements, the one that the list names; nil ones
// are ignored. Unknown and repeated fields are mistakes, and so are fields of another
// agreement and a version that is listed twice in one line of releases. All mistakes are
// reported at once, each with its place; the error is an [ErrReleaseList], and the list has
// its ID even then.
func ReadReleases(data []byte, of []*ReleasePolicy) (*ReleaseList, *ReleasePolicy, error) {
	of = slices.DeleteFunc(slices.Clone(of), func(p *ReleasePolicy) bool { return p == nil })
	r := strictjson.NewReader(data)
	agreement := ""
	// What a release can have depends on the agreement, wherever the list names it.
	r.Object(func(name []byte) {
		if string(name) == "agreement" && r.Kind() == strictjson.String {
			agreement = r.Text()
		} else {
			r.Skip()
		}
	})
	var p *ReleasePolicy
	names := make([]string, len(of))
	for i, o := range of {
		names[i] = o.Agreement
		if o.Agreement == agreement {
			p = o
		}
	}
	r.Reset(data)
	reader := listReader{Reader: r, policy: p, of: of, names: names, seen: map[[2]string]int{}}
	list := reader.list()
	if err := r.End(); err != nil {
		return list, p, &ReleaseListError{err}
	}
	return list, p, nil
}

// A listReader reads one list.
type listReader struct {
	*strictjson.Reader
	policy *ReleasePolicy // nil if the agreement is not known
	of     []*ReleasePolicy
	names  []string
	seen   map[[2]string]int // where a line has a version
}

func (r *listReader) list() *ReleaseList {
	list := new(ReleaseList)
	var agreement, on, releases bool
	r.Object(func(name []byte) {
		switch string(name) {
		case "id":
			list.ID = r.Text()
		case "agreement":
			agreement = true
			if r.Text(); r.policy == nil {
				why := "is not an agreement; write " + strings.Join(r.names, ", ")
				if len(r.names) == 0 {
					why = "is not an agreement of these, of which there is none"
				}
				r.Fail(why)
			}
		case "on":
			list.On, _ = r.date()
			on = true
		case "readings":
			list.Readings = readTexts(r.Reader)
		case "releases":
			releases = true
			if r.policy == nil {
				r.Skip() // what they should be is unknown
				return
			}
			r.Array(func(i int) { list.Releases = append(list.Releases, r.release(i)) })
		default:
			r.Unknown("id", "agreement", "on", "readings", "releases")
		}
	})
	if !agreement {
		r.Fail(`needs "agreement"`)
	}
	if !on {
		r.Fail(`needs "on", the day to answer for`)
	}
	if !releases {
		r.Fail(`needs "releases"`)
	}
	return list
}

// fields returns the fields that a release of an agreement can have.
func (p *ReleasePolicy) fields() []string {
	fields := []string{"version", "released"}
	if p.LineField != "" {
		fields = append(fields, p.LineField)
	}
	return append(fields, p.Fields...)
}

func (r *listReader) release(i int) (l ListedRelease) {
	p := r.policy
	fields := p.fields()
	has := map[string]bool{}
	r.Object(func(name []byte) {
		field := string(name)
		if !slices.Contains(fields, field) {
			if slices.ContainsFunc(r.of, func(o *ReleasePolicy) bool { return slices.Contains(o.fields(), field) }) {
				r.Fail("is not a field of " + p.Agreement)
				r.Skip()
			} else {
				r.Unknown(fields...)
			}
			return
		}
		has[field] = true
		r.field(&l, field)
	})
	for _, field := range fields[:2] {
		if !has[field] {
			r.Fail(fmt.Sprintf("needs %q", field))
		}
	}
	if p.LineField != "" && p.Lines != nil && !has[p.LineField] {
		r.Fail(fmt.Sprintf("needs %q: %s", p.LineField, strings.Join(p.Lines, ", ")))
	}
	if through, ok := l.Given[ExtensionThrough]; ok {
		r.extension(through, l.Given, has[EndOfMaintenance])
	}
	if l.Version.Key() == "" {
		return l
	}
	key := [2]string{l.Line, l.Version.Key()}
	if first, twice := r.seen[key]; twice {
		r.Fail(fmt.Sprintf("version %q is the same as that of releases[%d]; write each release once", l.Version, first))
	} else {
		r.seen[key] = i
	}
	return l
}

// extension checks the last day of an extension against the end that it extends; there says
// whether the release has one.
func (r *listReader) extension(through calendar.Date, given map[string]calendar.Date, there bool) {
	end, read := given[EndOfMaintenance]
	switch {
	case !there:
		r.Fail(fmt.Sprintf("needs %q, a date before %s, %s, which extends it", EndOfMaintenance, ExtensionThrough, through))
	// An end that could not be read is neither before nor after another date.
	case read && through.Compare(end) <= 0:
		why := fmt.Sprintf("%s, %s, must be after %s, %s, since it extends that", ExtensionThrough, through, EndOfMaintenance, end)
		if next, err := end.Plus(1, calendar.Days); err == nil { // else there is no later date
			why += "; write " + next.String() + " or later"
		}
		r.Fail(why)
	}
}

// field reads a field that the agreement has.
func (r *listReader) field(l *ListedRelease, field string) {
	switch field {
	case "version":
		version, err := r.policy.Scheme.Parse(r.Text())
		var bad *lifecycle.VersionError
		if errors.As(err, &bad) {
			r.Fail(bad.Why())
		}
		l.Version = version
	case "released":
		l.Released, _ = r.date()
	case r.policy.LineField:
		l.Line = r.Text()
		if lines := r.policy.Lines; lines != nil && !slices.Contains(lines, l.Line) {
			r.Fail("is not a " + field + "; write " + strings.Join(lines, ", "))
		} else if l.Line == "" {
			r.Fail("is empty; write the name of one, or leave it out where there is one only")
		}
	case stableField:
		l.Intermediate = !r.Bool()
	case SustainedMonths:
		n := r.Int64()
		if least := max(1, r.policy.Least[field]); n < int64(least) {
			r.Fail("is too short; write " + count(least, "month") + " or more")
		} else if n > maxMonths {
			r.Fail(fmt.Sprintf("is too long; write %d months at most", maxMonths))
		}
		l.Numbers = map[string]int{field: int(n)}
	default: // a published date
		if l.Given == nil {
			l.Given = map[string]calendar.Date{}
		}
		if day, ok := r.date(); ok {
			l.Given[field] = day
		}
	}
}

// maxMonths is more than the number of months from the first date to the last.
const maxMonths = 120_000

func (r *listReader) date() (day calendar.Date, ok bool) {
	day, err := calendar.ParseDate(string(r.TextBytes()))
	if err != nil {
		r.Fail(calendar.WhyNot(err))
	}
	return day, err == nil
}
