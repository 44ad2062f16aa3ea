package severity

import (
	"errors"
	"fmt"
	"strings"
)

// MaxLevels is the most levels that a scale can have.
const MaxLevels = 16

// The kinds of error. Test for them with [errors.Is].
var (
	// ErrScale: a scale cannot be made of the given names.
	ErrScale = errors.New("severity: invalid scale")
	// ErrLevel: a text names no level of the scale.
	ErrLevel = errors.New("severity: no such level")
)

// A Scale is the ordered list of an agreement's levels. It is made by
// [NewScale] and never changes. The zero Scale has no levels.
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
	s := &Scale{name: name}
	for i, text := range levels {
		all := strings.Split(text, "|")
		for _, n := range all {
			if strings.TrimSpace(n) != n || n == "" {
				return nil, fmt.Errorf("%w: %q: level %d: name %q is empty or has space around it", ErrScale, name, i+1, n)
			}
			if l, ok := s.find(n); ok {
				return nil, fmt.Errorf("%w: %q: level %d: name %q is also that of %v", ErrScale, name, i+1, n, l)
			}
		}
		s.levels = append(s.levels, all)
	}
	return s, nil
}

// Name returns the name of the scale, that of its agreement.
func (s *Scale) Name() string { return s.name }

// Len returns the number of levels.
func (s *Scale) Len() int { return len(s.levels) }

// Level returns the level of a rank, from 1, the gravest, to Len. It is false
// for other ranks.
func (s *Scale) Level(rank int) (Level, bool) {
	if rank < 1 || rank > len(s.levels) {
		return Level{}, false
	}
	return Level{s, uint8(rank)}, true
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
	for i, names := range s.levels {
		for _, n := range names {
			if strings.EqualFold(n, text) {
				return Level{s, uint8(i + 1)}, true
			}
		}
	}
	return Level{}, false
}

// Names returns the names of the levels, the gravest first, without aliases.
func (s *Scale) Names() []string {
	all := make([]string, len(s.levels))
	for i, names := range s.levels {
		all[i] = names[0]
	}
	return all
}

// A LevelError says that a text names no level. It is an [ErrLevel].
type LevelError struct {
	Scale *Scale
	Text  string
}

func (e *LevelError) Error() string {
	return fmt.Sprintf("severity: %q is not a severity of %s; write %s", e.Text, e.Scale.name, list(e.Scale.Names()))
}

// Is reports whether target is [ErrLevel].
func (e *LevelError) Is(target error) bool { return target == ErrLevel }

// list writes names as people do: "1, 2 or 3".
func list(names []string) string {
	n := len(names)
	if n < 2 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:n-1], ", ") + " or " + names[n-1]
}
