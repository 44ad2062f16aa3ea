package severity

import (
	"fmt"
	"strings"
	"unicode/utf8"
)

// MaxLevels is the most levels that a scale can have.
const MaxLevels = 16

// A Scale is the ordered list of an agreement's levels. It is made by
// [NewScale] and never changes. The zero Scale, and a nil one, has no levels.
type Scale struct {
	name   string
	levels []names
}

// names are those of a level: the first is its own, the others are aliases.
type names []string

// NewScale makes a scale of its levels, the gravest first. Each is given as its
// name, or as its name and aliases with a bar between them: "Crisis|Sev 1|P1".
// Names are told apart without regard to case. The error is an [ErrScale].
func NewScale(name string, levels ...string) (*Scale, error) {
	if len(levels) == 0 || len(levels) > MaxLevels {
		return nil, fmt.Errorf("%w: %q has %d levels; a scale has 1 to %d", ErrScale, name, len(levels), MaxLevels)
	}
	if !utf8.ValidString(name) {
		return nil, fmt.Errorf("%w: %q: the name is not valid UTF-8", ErrScale, name)
	}
	s := &Scale{name: name}
	for i, text := range levels {
		all := strings.Split(text, "|")
		for k, n := range all {
			if strings.TrimSpace(n) != n || n == "" {
				return nil, fmt.Errorf("%w: %q: level %d: name %q is empty or has space around it", ErrScale, name, i+1, n)
			}
			if !utf8.ValidString(n) {
				return nil, fmt.Errorf("%w: %q: level %d: name %q is not valid UTF-8", ErrScale, name, i+1, n)
			}
			if l, ok := s.find(n); ok {
				return nil, fmt.Errorf("%w: %q: level %d: name %q is also that of %v", ErrScale, name, i+1, n, l)
			}
			if names(all[:k]).have(n) {
				return nil, fmt.Errorf("%w: %q: level %d: name %q stands there twice", ErrScale, name, i+1, n)
			}
		}
		s.levels = append(s.levels, all)
	}
	return s, nil
}

// Name returns the name of the scale, that of its agreement.
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

// Level returns the level of a rank, from 1, the gravest, to Len, both
// included. It is false for other ranks.
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

// Names returns the names of the levels, the gravest first, without aliases.
func (s *Scale) Names() []string {
	all := make([]string, s.Len())
	for i := range all {
		all[i] = s.levels[i][0]
	}
	return all
}
