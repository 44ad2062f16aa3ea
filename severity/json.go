package severity

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"
)

// unreadable is what is wrong with a text that is no JSON.
const unreadable = "cannot be read as JSON; look at its quotes, commas and brackets"

// object splits a JSON object into its fields. Unlike encoding/json it refuses a
// field twice, a field that is not known, and one that is known in other case: a
// misspelt field must not silently change an answer.
func object(data []byte, known ...string) (map[string]json.RawMessage, error) {
	if !utf8.Valid(data) {
		return nil, errors.New("the JSON is not valid UTF-8")
	}
	dec := json.NewDecoder(bytes.NewReader(data))
	if open, err := dec.Token(); err != nil || open != json.Delim('{') {
		return nil, fmt.Errorf("must be a JSON object with %s", series(known, "and"))
	}
	fields := map[string]json.RawMessage{}
	for dec.More() {
		key, err := dec.Token()
		if err != nil {
			return nil, errors.New(unreadable)
		}
		name, _ := key.(string)
		if !slices.Contains(known, name) {
			return nil, fmt.Errorf("%q is not a field; write %s", name, list(known))
		}
		if _, twice := fields[name]; twice {
			return nil, fmt.Errorf("%s: stands there twice; write it once", name)
		}
		var value json.RawMessage
		if err := dec.Decode(&value); err != nil {
			return nil, errors.New(name + ": " + unreadable)
		}
		fields[name] = value
	}
	if _, err := dec.Token(); err != nil {
		return nil, errors.New(unreadable)
	}
	if _, err := dec.Token(); err != io.EOF {
		return nil, errors.New("something follows the JSON object; write one object")
	}
	return fields, nil
}

// text returns a field that must be there and be a text.
func text(fields map[string]json.RawMessage, name string) (string, error) {
	value, ok := fields[name]
	if !ok {
		return "", fmt.Errorf("%s: is missing; write a text", name)
	}
	var s *string
	if err := json.Unmarshal(value, &s); err != nil || s == nil {
		return "", fmt.Errorf("%s: %s is not a text; write one in quotes", name, value)
	}
	return *s, nil
}

// orNull makes a field that is missing a null, which no field of ours can be.
func orNull(value json.RawMessage) json.RawMessage {
	if value == nil {
		return json.RawMessage("null")
	}
	return value
}
