package severity

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// unreadable is what is wrong with a text that is no JSON.
const unreadable = "cannot be read as JSON; look at its quotes, commas and brackets"

// object splits a JSON object into its fields. Unlike encoding/json it refuses a field
// that appears twice, one that is unknown, and one whose name differs in case: a misspelt
// field must not silently change an answer.
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
			return nil, fmt.Errorf("%s: unknown field; known are %s", fieldName(name), strings.Join(known, ", "))
		}
		if _, twice := fields[name]; twice {
			return nil, fmt.Errorf("%s: appears twice in one object", name)
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
	return textOf(name, value)
}

// textOf returns the text at a place, from JSON that has been read. Its errors have the
// words of package strictjson, which this package cannot import.
func textOf(place string, value json.RawMessage) (s string, err error) {
	switch {
	case value[0] == '{':
		err = fmt.Errorf("%s: must be a string, not an object", place)
	case value[0] == '[':
		err = fmt.Errorf("%s: must be a string, not an array", place)
	case value[0] != '"':
		err = fmt.Errorf("%s: %s must be a string", place, shorten(string(value)))
	case halfPair(value):
		err = fmt.Errorf("%s: %s has half of a surrogate pair; write both halves", place, shorten(string(value)))
	default:
		err = json.Unmarshal(value, &s)
	}
	return s, err
}

// halfPair reports whether a JSON string has the escape of half of a surrogate pair,
// which encoding/json would read as U+FFFD.
func halfPair(s []byte) bool {
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' {
			continue
		}
		if i++; s[i] != 'u' {
			continue
		}
		c := hex4(s[i+1:])
		i += 4
		if !utf16.IsSurrogate(c) {
			continue
		}
		rest := s[i+1:]
		if !bytes.HasPrefix(rest, []byte(`\u`)) || utf16.DecodeRune(c, hex4(rest[2:])) == utf8.RuneError {
			return true
		}
		i += 6
	}
	return false
}

// hex4 returns the number that the four hexadecimal digits at the beginning of s spell.
func hex4(s []byte) rune {
	n, _ := strconv.ParseUint(string(s[:4]), 16, 16) // the JSON has been read, so there are four
	return rune(n)
}

// fieldName returns the name of a field for an error to begin with, in quotes if it is
// no plain word.
func fieldName(name string) string {
	short := shorten(name)
	odd := func(c rune) bool { return c != '_' && !unicode.IsLetter(c) && !unicode.IsDigit(c) }
	if name == "" || short != name || strings.ContainsFunc(name, odd) {
		return strconv.Quote(short)
	}
	return name
}

// shorten returns the beginning of a text, for an error to quote.
func shorten(text string) string {
	const most = 40
	n := 0
	for i := range text {
		if n == most {
			return text[:i] + "…"
		}
		n++
	}
	return text
}

// orNull makes a missing field null, which none of our fields can be.
func orNull(value json.RawMessage) json.RawMessage {
	if value == nil {
		return json.RawMessage("null")
	}
	return value
}
