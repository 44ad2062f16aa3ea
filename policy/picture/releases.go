package picture

import (
	"slices"
	"time"

	"github.com/slaclock/slaclock/calendar"
	"github.com/slaclock/slaclock/lifecycle"
	"github.com/slaclock/slaclock/policy"
)

// maxReleases is how many releases get a bar.
const maxReleases = 60

// A releaseSheet is the picture of support windows that is being drawn.
type releaseSheet struct {
	*sheet
	scale
	story    story
	policy   *policy.ReleasePolicy
	readings policy.Choices
	list     *policy.ReleaseList
	bars     []policy.ReleaseStatus
	phases   []string // phases in the picture, in the order in which it names them
}

// Releases draws how long the releases of a list are supported, as p answers it: a bar from
// the first to the last day, by phase. An end that is unknown is drawn as an arrow. Releases
// of one line, which is a product or an environment, are drawn together, in the order in
// which the list first names the lines. The day of the list's question is drawn as a vertical
// line.
//
// The error is an [ErrOptions], or that of [policy.ReleasePolicy.Answer], also for a nil
// policy or list.
func Releases(p *policy.ReleasePolicy, list *policy.ReleaseList, o Options) ([]byte, error) {
	o, err := o.filled()
	if err != nil {
		return nil, err
	}
	a, err := p.Answer(list)
	if err != nil {
		return nil, err
	}
	if o.Title == "" {
		o.Title = p.Agreement + " releases"
	}
	s := releaseSheet{sheet: newSheet(o, 5), policy: p, readings: a.Readings, list: list, bars: a.Releases}
	s.group()
	from, to := s.span()
	s.scale = newScale(from, to, s.left, s.right)
	s.paint()
	return s.finish(s.story.text()), nil
}

// group puts the releases of each line together.
func (s *releaseSheet) group() {
	order := map[string]int{} // only looked up, so its order does not matter
	for i := range s.bars {
		if _, ok := order[s.bars[i].Line]; !ok {
			order[s.bars[i].Line] = len(order)
		}
	}
	slices.SortStableFunc(s.bars, func(a, b policy.ReleaseStatus) int { return order[a.Line] - order[b.Line] })
}

// span returns the first and the last day to show or, if these are few, the end of the last
// day.
func (s *releaseSheet) span() (from, to time.Time) {
	first, last := s.list.On, s.list.On
	reach := func(d calendar.Date) {
		if d.Compare(first) < 0 {
			first = d
		}
		if d.Compare(last) > 0 {
			last = d
		}
	}
	for i := range s.bars {
		r := &s.bars[i]
		if r.Through.Kind == lifecycle.Never {
			reach(r.Released)
			continue
		}
		reach(r.From)
		if r.Through.Kind == lifecycle.Known {
			reach(r.Through.Through)
		}
	}
	from, to = first.In(time.UTC), last.In(time.UTC)
	if to.Sub(from) < 20*day {
		return from, after(last)
	}
	return from, to // the last day lies in the margin, which is a twentieth
}

// paint draws all parts, from the top down.
func (s *releaseSheet) paint() {
	line := "On " + date(s.list.On)
	s.story.say("title", line)
	s.heading(line, line)
	if len(s.bars) == 0 {
		const words = "No release by that day"
		s.story.say("none", words)
		s.text("", atStart, margin, s.y+14*pixel, words+".")
		s.y += 20 * pixel
		return
	}
	major, minor := s.axis(&s.scale, time.UTC, days)
	top := s.y
	s.y += 6 * pixel
	before := s.b
	s.b = nil
	for i := range s.bars {
		r := &s.bars[i]
		s.tell(r)
		if i >= maxReleases {
			continue
		}
		if r.Line != "" && (i == 0 || s.bars[i-1].Line != r.Line) {
			s.y += 6 * pixel
			s.label("b k", atStart, margin, s.y+12*pixel, s.right-margin, r.Line)
			s.y += 18 * pixel
		}
		s.release(r)
	}
	if more := len(s.bars) - maxReleases; more > 0 {
		s.y += 14 * pixel
		s.label("s m", atStart, margin, s.y, s.right-margin, "and "+counted(more, "more release", "more releases"))
	}
	front := s.b
	s.b = before
	s.grid(major, minor, top, s.y)
	var p path
	x := s.at(s.list.On.In(time.UTC))
	p.line(x, top, x, s.y)
	s.draw("n", p)
	s.marks |= markOn
	s.b = append(s.b, front...)
	for i, name := range s.phases {
		s.own = append(s.own, [2]string{phaseFills[i], name})
	}
	s.key()
}

// release draws the row of a release.
func (s *releaseSheet) release(r *policy.ReleaseStatus) {
	const high = 14 * pixel
	support := "supported"
	if !r.Supported {
		support = "not supported"
	}
	bottom := s.name(s.y+12*pixel, r.Version.String(), r.Phase+", "+support)
	y := s.y + 4*pixel
	if r.Through.Kind == lifecycle.Never {
		end := s.beside(s.at(r.Released.In(time.UTC)), y+11*pixel, "released "+date(r.Released)+", never supported", 3)
		s.y = max(s.y+34*pixel, bottom+5*pixel, end+12*pixel)
		return
	}
	end := s.last()
	if r.Through.Kind == lifecycle.Known {
		end = after(r.Through.Through)
	}
	s.stages(r, y, high)
	x := s.at(end)
	if r.Through.Kind != lifecycle.Known {
		var p path
		p.polygon(x-9*pixel, y-2*pixel, 9*pixel, high/2+2*pixel, -9*pixel, high/2+2*pixel)
		s.draw("d", p)
		s.marks |= markUnknownEnd
	}
	// The days are written below the bar.
	below := s.beside(s.at(r.From.In(time.UTC))-7*pixel, y+high+12*pixel, s.support(r), 4)
	s.y = max(s.y+42*pixel, bottom+5*pixel, below+12*pixel)
}

// stages draws the bar as far as the release is supported, each phase with its own pattern;
// support that remains after the last phase has one too.
func (s *releaseSheet) stages(r *policy.ReleaseStatus, y, high px) {
	at, end := r.From, r.Through
	draw := func(name string, from calendar.Date, through lifecycle.Bound) {
		x, to := s.at(from.In(time.UTC)), s.far
		if through.Kind == lifecycle.Never {
			return
		}
		if r.Through.Kind != lifecycle.Known {
			to -= 9 * pixel // room for the arrow
		}
		for _, b := range [...]lifecycle.Bound{through, r.Through} {
			if b.Kind != lifecycle.Known {
				continue
			}
			if b.Through.Compare(from) < 0 {
				return
			}
			to = min(to, s.at(after(b.Through)))
		}
		var p path
		p.box(x, y, max(to-x, pixel), high)
		s.draw(s.phase(name), p)
	}
	for _, g := range r.Stages {
		draw(g.Name, g.From, g.Through)
		if g.Through.Kind != lifecycle.Known {
			return
		}
		next, err := g.Through.Through.Plus(1, calendar.Days)
		if err != nil {
			return
		}
		at = next
	}
	if end.Kind != lifecycle.Known || end.Through.Compare(at) >= 0 {
		draw(s.beyond(r), at, end)
	}
}

// beyond names the support that a release has after its last phase.
func (s *releaseSheet) beyond(r *policy.ReleaseStatus) string {
	rule := s.policy.Rule(r.Line, s.readings)
	switch {
	case len(rule.Stages) == 0 || rule.Rest.Name == "" && rule.Extension.End == nil:
		return "support"
	case rule.Extension.End != nil:
		return "extension"
	}
	return rule.Rest.Name
}

// phaseFills are the fills of phases, in the order in which a picture names them.
var phaseFills = [...]string{"r", "p", "a", "v", "u"}

// phase returns the fill of a phase; if there are more phases than fills, the rest share the
// last one.
func (s *releaseSheet) phase(name string) string {
	i := slices.Index(s.phases, name)
	if i < 0 {
		i = len(s.phases)
		if i < len(phaseFills) {
			s.phases = append(s.phases, name)
		}
	}
	return phaseFills[min(i, len(phaseFills)-1)]
}

// support writes the days of support in words.
func (s *releaseSheet) support(r *policy.ReleaseStatus) string {
	text := "from " + date(r.From)
	switch {
	case r.Through.Kind == lifecycle.Known:
		return text + " to " + date(r.Through.Through)
	case r.Through.WaitsFor != "":
		return text + ", open: waits for " + r.Through.WaitsFor
	}
	return text + ", open"
}

// tell describes a release in the desc.
func (s *releaseSheet) tell(r *policy.ReleaseStatus) {
	name := r.Version.String()
	if r.Line != "" {
		name = r.Line + " " + name
	}
	support := ", supported on that day"
	if !r.Supported {
		support = ", not supported on that day"
	}
	if r.Through.Kind == lifecycle.Never {
		s.story.say("releases", name, ": ", r.Phase, ", never supported")
		return
	}
	s.story.say("releases", name, ": ", r.Phase, ", support ", s.support(r), support)
}

// date writes a day with its year.
func date(d calendar.Date) string { return d.In(time.UTC).Format("2 Jan 2006") }

// after returns the instant at which a day is over.
func after(d calendar.Date) time.Time { return d.In(time.UTC).Add(24 * time.Hour) }
