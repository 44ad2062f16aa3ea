package severity

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxLevels is the most levels that a scale can have.
const MaxLevels = 16

// A Scale is the ordered list of an agreement's levels. It is made by [NewScale] and
// never changes. The zero Scale, like a nil one, has no levels.
type Scale struct {
	name   string
	levels []names
}

// names are those of one level: its name, then its aliases.
type names []string

// NewScale returns a scale of levels, the gravest first. Each is given as its name, or as
// its name and aliases separated by bars: "Crisis|Sev 1|P1". Two names that differ only
// in case are the same name. The error is an [ErrScale]: a [PlaceError] with a place such
// as levels[1].name or levels[1].aliases[0].
func NewScale(name string, levels ...string) (*Scale, error) {
	if len(levels) == 0 || len(levels) > MaxLevels {
		return nil, notScale("levels", "", fmt.Sprintf("are %d; a scale has 1 to %d", len(levels), MaxLevels))
	}
	if !utf8.ValidString(name) {
		return nil, notScale("name", name, "is not valid UTF-8")
	}
	s := &Scale{name: name}
	for i, text := range levels {
		s.levels = append(s.levels, nil)
		for k, n := range strings.Split(text, "|") {
			place := fmt.Sprintf("levels[%d].name", i)
			if k > 0 {
				place = fmt.Sprintf("levels[%d].aliases[%d]", i, k-1)
			}
			switch where, twice := s.holder(n); {
			case n == "":
				return nil, notScale(place, "", "is empty; write a name")
			case strings.TrimSpace(n) != n:
				return nil, notScale(place, n, "has space around it; write it without")
			case !utf8.ValidString(n):
				return nil, notScale(place, n, "is not valid UTF-8")
			case twice:
				return nil, notScale(place, n, "is "+where+" already; write each name once")
			}
			s.levels[i] = append(s.levels[i], n)
		}
	}
	return s, nil
}

// notScale returns the error for what no scale can be made of.
func notScale(place, value, why string) error { return &PlaceError{ErrScale, place, value, why} }

// holder says which level has a name so far, and as what.
func (s *Scale) holder(text string) (where string, ok bool) {
	l, ok := s.find(text)
	if !ok {
		return "", false
	}
	as := "an alias"
	if names(s.levels[l.rank-1][:1]).have(text) {
		as = "the name"
	}
	return fmt.Sprintf("%s of levels[%d]", as, l.rank-1), true
}

// Name returns the name of the scale, which is the name of its agreement.
func (s *Scale) Name() string {
	if s == nil {
		return ""
	}
	return s.name
}

// String returns the name of the scale, as [Scale.Name] does.
func (s *Scale) String() string { return s.Name() }

// Len returns the number of levels.
func (s *Scale) Len() int {
	if s == nil {
		return 0
	}
	return len(s.levels)
}

// Level returns the level with the given rank, from 1, the gravest, to [Scale.Len], both
// included. The boolean is false for any other rank.
func (s *Scale) Level(rank int) (Level, bool) {
	if rank < 1 || rank > s.Len() {
		return Level{}, false
	}
	return Level{s, uint8(rank)}, true
}

// Levels returns all levels, the gravest first.
func (s *Scale) Levels() []Level {
	all := make([]Level, s.Len())
	for i := range all {
		all[i] = Level{s, uint8(i + 1)}
	}
	return all
}

// Parse returns the level that text names, by its name or an alias, without
// regard to case. The error is an [ErrLevel] and lists the names.
func (s *Scale) Parse(text string) (Level, error) {
	if l, ok := s.find(text); ok {
		return l, nil
	}
	return Level{}, &LevelError{Scale: s, Text: text}
}

func (s *Scale) find(text string) (Level, bool) {
	if s == nil {
		return Level{}, false
	}
	for i, all := range s.levels {
		if all.have(text) {
			return Level{s, uint8(i + 1)}, true
		}
	}
	return Level{}, false
}

func (n names) have(text string) bool {
	for _, one := range n {
		if strings.EqualFold(one, text) {
			return true
		}
	}
	return false
}

// Or returns s, or the result of other if s is nil. It is for a function that takes a
// scale, such as a policy's, and has one of its own as a default. The error is that of
// other. If other is nil too, Or returns a nil Scale.
func (s *Scale) Or(other func() (*Scale, error)) (*Scale, error) {
	if s != nil || other == nil {
		return s, nil
	}
	return other()
}

// Names returns the names of the levels, the gravest first, without aliases.
func (s *Scale) Names() []string {
	all := make([]string, s.Len())
	for i := range all {
		all[i] = s.levels[i][0]
	}
	return all
}
