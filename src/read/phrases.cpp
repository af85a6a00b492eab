// SPDX-License-Identifier: Apache-2.0
#include "read/phrases.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "read/shapes.h"

namespace entente::read {
namespace {

enum class Place {
  whole,   // the line has these words only, bare numbers aside
  opens,   // the line begins with them; those of a credit are followed by a name
  head,    // as `opens`, and the line is no sentence
  label,   // the line begins with them and a colon
  names,   // as `label`, with nothing but names behind it
  inside,  // they stand anywhere in the line
};

struct PhraseGroup {
  Place place;
  NoiseKind kind;
  std::size_t most_words;  // of a line that may be judged
  bool opens_list;
  std::string_view phrases;  // separated by semicolons
};

constexpr auto boilerplate = NoiseKind::boilerplate;
constexpr auto menu = NoiseKind::menu;
constexpr auto credit = NoiseKind::credit;

constexpr PhraseGroup groups[] = {
    {Place::whole, boilerplate, 12, false,
     "comments;comment;no comments;add a comment;leave a comment;post a comment;"
     "join the discussion;join the conversation;view comments;show comments;view all comments;"
     "load more comments;log in to comment;reply;report;report this comment;advertisement;"
     "advertisements;advertising;sponsored;sponsored content;paid content;promoted;"
     "promoted content;story continues below advertisement;"
     "article continues below advertisement;story continues below;article continues below;"
     "story continues below this ad;article continues below this ad;"
     "advertisement continue reading below;advertisement scroll to continue;"
     "advertisement article continues below;post your comment;post your comments;"
     "characters left;access denied;enter your email;your email address;thank you for reading;"
     "login to your account;purchase licensing rights;this is a modal window;"
     "continue reading below;scroll to continue;scroll to continue with content;subscribe;"
     "subscribe now;sign up;sign up now;register;register now;sign in;log in;login;newsletter;"
     "newsletters;accept;accept all;accept cookies;reject all;manage cookies;"
     "manage preferences;cookie settings;privacy policy;privacy notice;terms of use;"
     "terms of service;terms and conditions;all rights reserved;text size;font size;"
     "listen to this article;listen to article;read aloud;loading;please wait;"
     "thank you for subscribing;thank you for registering;donate;enditem;endit;more to follow;"
     "show key events only;key events only;show comments;hide comments;have your say;"
     "after newsletter promotion;skip past newsletter promotion;end of list;list ends;"
     "sponsor message;listen to the article;listen to this story;listen to this;"
     "hear this story;hear this article;transcript provided by;story highlights;donate;donate now;report an error;report a typo;"
     "correct an error;suggest a correction;show less;ends;end of article;kommentare;"
     "kommentar schreiben;anzeige;werbung;commentaires;publicité;comentarios;publicidad;"
     "comentários;publicidade;commenti;pubblicità;комментарии;реклама;коментарі;"
     "комментировать;reacties;advertentie;kommentarer;annons;komentarze;reklama;komentáře;"
     "yorumlar;التعليقات;إعلان;评论;广告;댓글;광고;コメント;広告"},
    {Place::whole, menu, 12, false,
     "share;share this;share this article;share this story;share article;share on;share via;"
     "print;print this article;email;email this article;email article;send by email;copy link;"
     "link copied;copied;save;save article;bookmark;listen;watch live;live tv;watch;follow us;"
     "follow;contact us;contact;about us;about;menu;main menu;navigation;search;home;homepage;"
     "skip to content;skip to main content;skip to navigation;jump to content;back;"
     "back to top;back to home;next;previous;next article;previous article;next story;"
     "previous story;next post;previous post;close;open menu;show more;load more;view more;"
     "see more;read more;continue reading;read full article;read the full article;"
     "read the full story;full story;more;more news;view all;see all;play;play video;pause;"
     "mute;unmute;current time;duration;fullscreen;choose your language;choose language;"
     "select language;select your language;change language;languages;site map;sitemap;help;"
     "faq;my account;account;shop;gallery;photo gallery;photos;videos;podcasts;topics;tags;"
     "print edition;e paper;rss;advertise with us;careers;reuse this content;"
     "view image in fullscreen;view image in full screen;save for later;saved;share options;"
     "toggle more options;embed;download;add to my list;related tags;live;teilen;drucken;suche;startseite;"
     "partager;imprimer;rechercher;accueil;compartir;imprimir;buscar;inicio;compartilhar;"
     "condividi;stampa;cerca;поделиться;поиск;главная;поділитися;пошук;delen;dela;udostępnij;"
     "paylaş;مشاركة;分享;搜索;首页;공유;共有"},
    {Place::whole, menu, 12, true,
     "related;related articles;related stories;related news;related content;related links;"
     "related topics;explore more on these topics;"
     "explore more;topics in this article;more on these topics;discover more;more like this;"
     "related posts;related coverage;more on this story;more on this topic;"
     "more on this;more from this section;more stories;more to read;read next;up next;"
     "read also;also read;see also;most read;most popular;most viewed;most shared;trending;"
     "trending now;popular;popular now;top stories;latest;latest news;latest stories;"
     "latest headlines;recent posts;recent news;recommended;recommended for you;"
     "recommended reading;recommended stories;you may like;you may also like;"
     "you might also like;you might be interested in;dont miss;don't miss;editor's picks;"
     "editors picks;editor's choice;in this story;in this article;in other news;"
     "further reading;what to read next;around the web;from around the web;promoted stories;"
     "sponsored stories;mehr zum thema;lesen sie auch;das könnte sie auch interessieren;"
     "meistgelesen;lire aussi;à lire aussi;sur le même sujet;les plus lus;lea también;"
     "lee también;más leídas;noticias relacionadas;leia também;mais lidas;leggi anche;"
     "più letti;читайте также;по теме;читайте також;самое читаемое;lees ook;läs även;"
     "czytaj także;zobacz też;ilgili haberler;اقرأ أيضا;相关新闻;相关阅读;延伸阅读;관련 기사;関連記事"},
    {Place::label, menu, 40, false,
     "read more;read also;also read;see also;see more;more;watch;watch more;watch live;"
     "watch now;listen;related;related story;related article;read;read next;read this;"
     "must read;recommended;don't miss;explore more;tags;tag;filed under;posted in;categories;"
     "category;keywords;more on this;in pictures;gallery;follow;follow live;click here;"
     "trending;share;share on;share this;lesen sie auch;lire aussi;à lire aussi;lea también;"
     "lee también;leia também;leggi anche;читайте также;читайте також;lees ook;läs även;"
     "czytaj także"},
    {Place::opens, menu, 25, false,
     "read more about;read more on;read more in;read the full story;read the full article;"
     "read the rest here;click here;click to;tap here;swipe to;more news from;see all posts;"
     "view all posts;follow us on;like us on;find us on;view this post on;skip to content;"
     "skip to main;back to top"},
    {Place::head, menu, 6, false,
     "share on;share via;share this;more from;more on;watch our;listen to our"},
    {Place::label, boilerplate, 60, false,
     "editor's note;editors note;editorial note;note to readers;note to editors;disclaimer;"
     "correction;clarification;privacy notice;our standards;copyright;licence;license;contact;contact us;"
     "contacts;email;e mail;phone;telephone;tel;fax;website;follow us;media contact;"
     "press contact;media contacts;for more information;subscribe;sign up;newsletter;"
     "advertisement;last updated;last modified;updated;updated at;updated on;published at;"
     "first published;estimated reading time;reading time"},
    {Place::opens, boilerplate, 40, false,
     "all rights reserved;sign up for our;sign up to receive;sign up here;subscribe to our;"
     "subscribe for;get all the latest;get breaking news;get unlimited;download our app;"
     "download the app;download the free;get the app;scan the qr code;become a subscriber;support independent journalism;"
     "already a subscriber;already have an;create a free account;"
     "this article was originally published;this article first appeared;"
     "this article is republished;this article was first published;this article has been;"
     "this article was amended;this article was updated;this article was corrected;"
     "this article was produced;this article was translated;this story has been updated;"
     "this story has been corrected;this story was originally published;"
     "this story was updated;this story first appeared;this post has been updated;"
     "this post was originally;this is a developing story;this is a breaking news;"
     "this live blog;this liveblog;this blog is;this blog has;please turn on;turn on javascript;"
     "show key events;this interview has been edited;this conversation has been edited;"
     "the interview has been edited;the conversation has been edited;"
     "this interview was edited;this conversation was edited;the transcript has been;"
     "this article includes content provided by;this content is not available;"
     "transcripts are created on;for more stories;for more news;save this article;"
     "add us as a preferred source;join our whatsapp;join our telegram;"
     "this is a rush transcript;this is an unedited transcript;this transcript has been;"
     "this transcript was;this transcript may;rush transcript;an earlier version of this;"
     "a previous version of this;last updated;last modified;this page was last;"
     "we want to hear from you;do you have a story;have a tip;got a tip;"
     "do you have information;for all the latest;thank you for reading;login to your account;"
     "purchase licensing rights;to continue reading;the media could not be loaded;"
     "get email notifications;get notifications;your notification has been;"
     "email notifications are only;this story has not been edited;"
     "this article has not been edited;this report has not been edited;"
     "the views expressed in this;the views expressed here;the views expressed are;"
     "views expressed in this;the opinions expressed in this;the opinions expressed here;"
     "the opinions expressed are;opinions expressed in this;we use cookies;"
     "this site uses cookies;this website uses cookies;our website uses cookies;"
     "by using this site;by using our site;by continuing to browse;by continuing to use;"
     "we value your privacy;we care about your privacy;please enable javascript;"
     "enable javascript;javascript is;your browser does not;turn on notifications;"
     "wir verwenden cookies;nous utilisons des cookies;utilizamos cookies;usamos cookies;"
     "questo sito utilizza;мы используем;all comments are moderated;comments are closed;"
     "comments are moderated"},
    {Place::inside, boilerplate, 45, false,
     "all rights reserved;may not be published broadcast;may not be reproduced;"
     "author's own and do not;reflect the editorial;represent the editorial;"
     "those of the author and;creative commons licence;creative commons license;"
     "read the original article;unauthorized reproduction;unauthorised reproduction;"
     "terms of use and privacy;use of cookies;uses cookies;cookie policy;cookie settings;"
     "cookie preferences;straight to your inbox;in your inbox;to your inbox;"
     "unsubscribe at any time;reproduction without permission;"
     "without prior written permission;follow us on;min read;minute read;minutes read;"
     "syndicated feed;opens new tab;opens in new tab;opens in new window;using an ad blocker;"
     "disable your ad blocker;download our app"},
    {Place::inside, credit, 40, false,
     "contributed to this report;contributed to this story;contributed to this article;"
     "contributed to this piece;contributed reporting"},
    {Place::opens, credit, 40, false,
     "reporting by;additional reporting by;additional reporting from;"
     "with additional reporting by;with reporting by;with reporting from;writing by;"
     "editing by;with inputs from;with input from;with files from;with assistance from"},
    {Place::whole, credit, 6, false,
     "with agencies;agencies;with inputs from agencies;with agency inputs;agency inputs;"
     "with input from agencies;with wire inputs;staff writer;staff reporter;"
     "from our correspondent"},
    {Place::head, credit, 12, false,
     "reported by;edited by;compiled by;produced by;translated by;transcribed by;courtesy of"},
    {Place::label, credit, 10, false, "source;sources;author;authors;byline"},
    {Place::names, credit, 12, false,
     "editor;editors;web editor;news editor;copy editor;duty editor;reporter;reporters;producer;"
     "producers;photographer;translator;translators;presenter;words;illustration;graphics"},
};

struct Phrase {
  std::vector<WordKey> words;
  const PhraseGroup* group;
};

class PhraseTable {
 public:
  PhraseTable() {
    for (const PhraseGroup& group : groups) add(group);
  }

  const std::vector<Phrase>* from(WordKey first) const {
    const auto found = by_first_.find(first);
    return found == by_first_.end() ? nullptr : &found->second;
  }

 private:
  void add(const PhraseGroup& group) {
    for (std::size_t begin = 0; begin <= group.phrases.size();) {
      const std::size_t end = std::min(group.phrases.find(';', begin), group.phrases.size());
      std::vector<WordKey> words = keys_of(group.phrases.substr(begin, end - begin));
      by_first_[words.front()].push_back({std::move(words), &group});
      begin = end + 1;
    }
  }

  std::unordered_map<WordKey, std::vector<Phrase>> by_first_;
};

const PhraseTable& phrase_table() {
  static const PhraseTable table;
  return table;
}

bool is_number(const Lines& lines, std::size_t word) {
  const std::u32string_view letters = lines.of(lines.words[word].span);
  return std::all_of(letters.begin(), letters.end(), is_digit);
}

// "Comments (12)", "12 Comments", "Listen to this article | 4 mins"
Line without_counts(const Lines& lines, Line line) {
  static const WordSet units("min mins minute minutes sec secs");
  while (line.first < line.last && is_number(lines, line.first)) ++line.first;
  if (line.words() > 2 && units.holds(lines.words[line.last - 1].key) &&
      is_number(lines, line.last - 2))
    --line.last;
  while (line.first < line.last && is_number(lines, line.last - 1)) --line.last;
  return line;
}

bool stands_at(const Lines& lines, std::size_t at, std::size_t last,
               const std::vector<WordKey>& words) {
  if (last - at < words.size()) return false;
  return std::equal(words.begin(), words.end(),
                    lines.words.begin() + static_cast<std::ptrdiff_t>(at),
                    [](WordKey key, const Word& word) { return key == word.key; });
}

bool colon_follows(const Lines& lines, const Line& line, std::size_t word) {
  const std::u32string_view gap = lines.gap(line, word);
  const std::u32string_view near = gap.substr(0, 3);
  return has(near, U':') || has(near, U'\uFF1A') || has(near, U'|');
}

// "Reporting by NAME", but not "Reporting by the monitors is slow."
bool names_follow(const Lines& lines, const Line& line, std::size_t word, NoiseKind kind) {
  if (kind != credit) return true;
  return word < line.last && is_capital(lines.initial(word)) && !is_opener(lines.words[word].key);
}

bool is_sentence(const Lines& lines, const Line& line, std::size_t word) {
  while (word < line.last && is_namelike(lines, word)) ++word;
  return word < line.last && ends_stopped(lines.of(line));
}

bool only_names(const Lines& lines, const Line& line, std::size_t word) {
  while (word < line.last && is_namelike(lines, word) &&
         (is_joiner(lines.words[word].key) || !is_opener(lines.words[word].key)))
    ++word;
  return word == line.last && !ends_stopped(lines.of(line));
}

bool fits(const Lines& lines, const Line& line, const Line& bare, std::size_t at,
          const Phrase& phrase) {
  const std::size_t size = phrase.words.size();
  if (line.words() > phrase.group->most_words) return false;
  switch (phrase.group->place) {
    case Place::whole:
      return at == bare.first && size == bare.words() &&
             (size > 1 || lines.of(line).back() != U'.');
    case Place::opens:
      return at == line.first && names_follow(lines, line, at + size, phrase.group->kind);
    case Place::head:
      return at == line.first && names_follow(lines, line, at + size, phrase.group->kind) &&
             !is_sentence(lines, line, at + size);
    case Place::label: return at == line.first && colon_follows(lines, line, at + size);
    case Place::names:
      return at == line.first && colon_follows(lines, line, at + size) &&
             at + size < line.last && only_names(lines, line, at + size);
    case Place::inside: return true;
  }
  return false;
}

constexpr std::size_t longest_judged = 60;

const WordSet& voice_words() {
  static const WordSet words("you your our we us this here");
  return words;
}

// A topic may have several phrases. Two topics make a notice if one of them is among the first
// five: the others have a life outside of pages ("this site", "subscribe to the view").
constexpr std::string_view notice_topics[] = {
    "cookies;cookie",
    "privacy policy;privacy notice;privacy statement;terms of use;terms of service",
    "your browser;browser settings;this website;our website;adblocker;ad blocker;javascript",
    "newsletter;newsletters;your inbox;email address;unsubscribe;mailing list;email updates",
    "our journalism;independent journalism;our app;app store;push notifications",
    "terms and conditions;you agree;you consent;by continuing;by clicking;by signing up;"
    "personal data;data protection",
    "this site;our site;your device;our partners",
    "subscribe;subscriber;subscribers;subscription;sign up;log in;create an account;"
    "register for free;donate",
};
constexpr unsigned sure_topics = 0b11111;

struct Topics {
  std::vector<std::pair<std::vector<WordKey>, unsigned>> phrases;

  Topics() {
    unsigned bit = 1;
    for (std::string_view topic : notice_topics) {
      add(topic, bit);
      bit <<= 1;
    }
    std::sort(phrases.begin(), phrases.end());
  }

  void add(std::string_view topic, unsigned bit) {
    for (std::size_t begin = 0; begin <= topic.size();) {
      const std::size_t end = std::min(topic.find(';', begin), topic.size());
      phrases.emplace_back(keys_of(topic.substr(begin, end - begin)), bit);
      begin = end + 1;
    }
  }
};

unsigned topics_at(const Lines& lines, const Line& line, std::size_t at) {
  static const Topics topics;
  const WordKey key = lines.words[at].key;
  auto next =
      std::lower_bound(topics.phrases.begin(), topics.phrases.end(), key,
                       [](const auto& phrase, WordKey k) { return phrase.first.front() < k; });
  unsigned found = 0;
  for (; next != topics.phrases.end() && next->first.front() == key; ++next)
    if (stands_at(lines, at, line.last, next->first)) found |= next->second;
  return found;
}

// "Subscribe to our podcast wherever you listen."
bool is_invitation(const Lines& lines, const Line& line) {
  constexpr std::size_t longest = 30;
  static const WordSet invites("subscribe sign register listen download follow get"),
      offers("podcast podcasts newsletter newsletters briefing app channel subscription inbox "
             "access email alerts episodes");
  if (line.words() < 4 || line.words() > longest || has_quote(lines.of(line)) ||
      !invites.holds(lines.words[line.first].key))
    return false;
  const auto holds = [&](const WordSet& set) {
    return std::any_of(lines.words.begin() + static_cast<std::ptrdiff_t>(line.first),
                       lines.words.begin() + static_cast<std::ptrdiff_t>(line.last),
                       [&](const Word& word) { return set.holds(word.key); });
  };
  return holds(offers) && holds(voice_words());
}

}  // namespace

std::optional<PhraseHit> phrase_hit(const Lines& lines, const Line& line) {
  if (line.words() == 0 || line.words() > longest_judged) return std::nullopt;
  const Line bare = without_counts(lines, line);
  const bool quotes = has_quote(lines.of(line));
  for (std::size_t at = line.first; at < line.last; ++at) {
    const std::vector<Phrase>* phrases = phrase_table().from(lines.words[at].key);
    if (!phrases) continue;
    for (const Phrase& phrase : *phrases) {
      if (quotes && phrase.group->place != Place::label && phrase.group->place != Place::whole)
        continue;
      if (stands_at(lines, at, line.last, phrase.words) && fits(lines, line, bare, at, phrase))
        return PhraseHit{phrase.group->kind, phrase.group->opens_list};
    }
  }
  return std::nullopt;
}

bool is_site_notice(const Lines& lines, const Line& line) {
  if (is_invitation(lines, line)) return true;
  constexpr std::size_t longest_notice = 150;
  if (line.words() < 4 || line.words() > longest_notice || has_quote(lines.of(line))) return false;
  unsigned topics = 0;
  bool voice = false;
  for (std::size_t at = line.first; at < line.last; ++at) {
    topics |= topics_at(lines, line, at);
    voice = voice || voice_words().holds(lines.words[at].key);
  }
  return voice && (topics & sure_topics) != 0 && (topics & (topics - 1)) != 0;
}

}  // namespace entente::read
