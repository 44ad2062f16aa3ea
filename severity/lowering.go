package severity

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// A LoweringKind says how an accepted workaround changes a level. The zero LoweringKind
// is invalid: [NewLowering] refuses it.
type LoweringKind string

// The kinds of lowering.
const (
	NoLowering   LoweringKind = "none"          // a workaround changes no level
	OneLevel     LoweringKind = "one level"     // each level but the last becomes the next one
	ByDefinition LoweringKind = "by definition" // a level whose definition no longer fits becomes the one whose definition does
)

// A LoweringConfig is what a text says about accepted workarounds. The zero
// LoweringConfig is invalid: it has no kind, and [NewLowering] refuses it.
type LoweringConfig struct {
	Kind   LoweringKind
	To     map[string]string // for ByDefinition: by name, what each level becomes; others stay
	Clause string            // the clause that says so; may be empty only for NoLowering
	Reason string            // why, in words
}

// A Lowering says which level each level of a scale becomes after an accepted workaround.
// It is made by [NewLowering] and never changes. The zero Lowering lowers nothing.
type Lowering struct {
	cfg LoweringConfig
	to  []Level // by rank; nil where nothing is lowered
}

// NewLowering returns the [Lowering] that cfg describes. The error is an [ErrLowering] if
// a level does not exist, is named twice or would not become a less grave one, or if
// something is missing or does not belong to the kind.
func NewLowering(scale *Scale, cfg LoweringConfig) (Lowering, error) {
	wrong := func(place, value, why string) (Lowering, error) {
		return Lowering{}, &PlaceError{ErrLowering, place, value, why}
	}
	switch {
	case scale.Len() == 0:
		return wrong("scale", "", "is missing; a lowering is one of its levels")
	case !slices.Contains([]LoweringKind{NoLowering, OneLevel, ByDefinition}, cfg.Kind):
		return wrong("kind", string(cfg.Kind), `is not a kind of lowering; write "none", "one level" or "by definition"`)
	case cfg.Kind == ByDefinition && len(cfg.To) == 0:
		return wrong("to", "", "is missing; say what the levels become")
	case cfg.Kind != ByDefinition && len(cfg.To) > 0:
		return wrong("to", "", `is for "by definition" only`)
	case cfg.Kind != NoLowering && cfg.Clause == "":
		return wrong("clause", "", "is missing; every lowering cites the clause that says so")
	case cfg.Reason == "":
		return wrong("reason", "", "is missing; say why in words")
	}
	l := Lowering{cfg: cfg, to: scale.Levels()}
	l.cfg.To = nil
	if cfg.Kind == OneLevel {
		for i := range l.to[:len(l.to)-1] {
			l.to[i] = l.to[i+1]
		}
	}
	for _, from := range slices.Sorted(maps.Keys(cfg.To)) {
		high, err := scale.Parse(from)
		if err != nil {
			return wrong(key(from), "", "is not a level; write "+list(scale.Names()))
		}
		low, err := scale.Parse(cfg.To[from])
		if err != nil || !high.GraverThan(low) {
			return wrong(key(from), cfg.To[from], "is not a less grave level; write one after "+high.String()+" of "+list(scale.Names()))
		}
		if l.to[high.Rank()-1] != high {
			return wrong(key(from), "", "names a level that is already named; write each once")
		}
		l.to[high.Rank()-1] = low
	}
	return l, nil
}

// Kind returns how levels change; it is empty for the zero Lowering.
func (l Lowering) Kind() LoweringKind { return l.cfg.Kind }

// Scale returns the scale whose levels are lowered, nil for the zero Lowering.
func (l Lowering) Scale() *Scale {
	if len(l.to) == 0 {
		return nil
	}
	return l.to[0].Scale()
}

// Clause returns the clause that says what is lowered; it is empty if there is none.
func (l Lowering) Clause() string { return l.cfg.Clause }

// Reason returns the reason in words.
func (l Lowering) Reason() string { return l.cfg.Reason }

// After returns the level that level becomes after one accepted workaround, and true. If
// it stays as it is, After returns level itself and false: for the last level, one that
// the text does not name, one of another scale, and the zero Level. Each further
// workaround counts again: call After with the result.
func (l Lowering) After(level Level) (Level, bool) {
	if r := level.Rank(); r < 1 || r > len(l.to) || level.Scale() != l.to[0].Scale() || l.to[r-1] == level {
		return level, false
	}
	return l.to[level.Rank()-1], true
}

// Names returns a map from the name of each level that is lowered to the name of the
// level that it becomes. It is nil if none is lowered.
func (l Lowering) Names() map[string]string {
	var all map[string]string
	for i, low := range l.to {
		if high, _ := low.Scale().Level(i + 1); low != high {
			if all == nil {
				all = map[string]string{}
			}
			all[high.String()] = low.String()
		}
	}
	return all
}

// key returns the place of a key of To. A key that is not a plain name is quoted, and a
// long one is shortened, as in package strictjson, which this package cannot import.
func key(from string) string {
	short := shorten(from)
	odd := func(c rune) bool {
		return !(c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || strings.ContainsRune("_-.+", c))
	}
	if from == "" || short != from || strings.ContainsFunc(from, odd) {
		short = strconv.Quote(short)
	}
	return "to[" + short + "]"
}
