package severity

import "slices"

// A Level is one level of a [Scale]. Levels are comparable with ==. The zero Level stands
// for no level: it belongs to no scale and its Rank is 0.
type Level struct {
	scale *Scale
	rank  uint8
}

// IsZero reports whether l is the zero Level, which stands for no level.
func (l Level) IsZero() bool { return l.scale == nil }

// Scale returns the scale to which l belongs, nil for the zero Level.
func (l Level) Scale() *Scale { return l.scale }

// Rank returns the place of l in its scale, starting with 1 for the gravest; it is 0 for
// the zero Level.
func (l Level) Rank() int { return int(l.rank) }

// String returns the name of l, empty for the zero Level.
func (l Level) String() string {
	if all := l.names(); len(all) > 0 {
		return all[0]
	}
	return ""
}

// Names returns the name of l followed by its aliases. It is nil for the zero Level.
func (l Level) Names() []string { return slices.Clone([]string(l.names())) }

// names looks up the names. It also finds none if a caller has overwritten the scale
// itself, which must not end in a panic here.
func (l Level) names() names {
	if l.rank < 1 || int(l.rank) > l.scale.Len() {
		return nil
	}
	return l.scale.levels[l.rank-1]
}

// MarshalText returns the name of l, empty for the zero Level. The error is always nil.
// To parse a level, use [Scale.Parse]: the text alone does not say to which scale it
// belongs.
func (l Level) MarshalText() ([]byte, error) { return []byte(l.String()), nil }

// GraverThan reports whether l is graver than m, that is, has a lower rank. It is false
// if the levels belong to different scales or one of them is the zero Level: such levels
// are not comparable.
func (l Level) GraverThan(m Level) bool {
	return l.scale == m.scale && l.scale != nil && l.rank < m.rank
}

// Lower returns the level n steps less grave than l; a negative n gives a graver level,
// and 0 gives l itself. The boolean is false if the scale has no such level, and for the
// zero Level.
func (l Level) Lower(n int) (Level, bool) {
	if l.scale == nil {
		return Level{}, false
	}
	return l.scale.Level(int(l.rank) + n)
}
