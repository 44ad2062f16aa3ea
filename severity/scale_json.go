package severity

import (
	"encoding/json"
	"fmt"
	"strings"
)

// scaleJSON is the JSON form of a scale.
type scaleJSON struct {
	Name   string   `json:"name"`
	Levels []string `json:"levels"`
}

// MarshalJSON returns the scale as a JSON object with its name and its levels, the
// gravest first, each as [NewScale] takes it:
// {"name":"acme","levels":["Crisis|P1","Standard"]}. The error is an [ErrScale] if s has
// no levels. Marshal a *Scale: a plain Scale value has no JSON form.
func (s *Scale) MarshalJSON() ([]byte, error) {
	if s.Len() == 0 {
		return nil, fmt.Errorf("%w: a scale without levels has no JSON form; make it with NewScale", ErrScale)
	}
	form := scaleJSON{Name: s.name}
	for _, all := range s.levels {
		form.Levels = append(form.Levels, strings.Join(all, "|"))
	}
	return json.Marshal(form)
}

// UnmarshalJSON reads what [Scale.MarshalJSON] writes: both fields must be present, no
// other field, and no half of a surrogate pair. s must be a new Scale, neither nil nor
// one that already has levels, since these must not change their meaning. The error is an
// [ErrScale]. On error, s is unchanged.
func (s *Scale) UnmarshalJSON(data []byte) error {
	if s == nil {
		return fmt.Errorf("%w: a nil scale has no room for levels; read into a new Scale", ErrScale)
	}
	if s.Len() != 0 {
		return fmt.Errorf("%w: %q already has levels, and a scale never changes; read into a new Scale", ErrScale, shorten(s.name))
	}
	fields, err := object(data, "name", "levels")
	if err != nil {
		return fmt.Errorf("%w: %w", ErrScale, err)
	}
	var form scaleJSON
	if form.Name, err = text(fields, "name"); err != nil {
		return fmt.Errorf("%w: %w", ErrScale, err)
	}
	var levels []json.RawMessage
	if err := json.Unmarshal(orNull(fields["levels"]), &levels); err != nil || levels == nil {
		return fmt.Errorf("%w: levels: must be an array of texts such as \"Crisis|P1\", the gravest first", ErrScale)
	}
	for i, value := range levels {
		l, err := textOf(fmt.Sprintf("levels[%d]", i), value)
		if err != nil {
			return fmt.Errorf("%w: %w", ErrScale, err)
		}
		form.Levels = append(form.Levels, l)
	}
	made, err := NewScale(form.Name, form.Levels...)
	if err != nil {
		return err
	}
	*s = *made
	return nil
}
