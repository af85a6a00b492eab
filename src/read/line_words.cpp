// SPDX-License-Identifier: Apache-2.0
#include "read/line_words.h"

#include <string_view>
#include <vector>

namespace entente::read {
namespace {

struct ClassRow {
  std::uint32_t classes;
  std::string_view words;
};

constexpr ClassRow class_rows[] = {
    {grammar,
     "the a an of in on at to for with by from and or but as that this these those into over after "
     "before between against under about than not no its their his her which who if when while "
     "because during through within without among per"},
    {helping,
     "is are was were be been being has have had will would can could may might must should do "
     "does did cannot won't can't don't isn't aren't wasn't"},
    {speech,
     "said says say told tells added adds stated insisted warned announced argued argues according "
     "replied asked denied called urged accused rejected welcomed agreed confirmed"},
    {reader, "you your yours yourself"},
    {owners, "our we us ours"},
    {speaker, "i me my mine"},
    {page_act,
     "read watch listen sign subscribe share follow click tap get join download see view skip "
     "continue show hide log learn find browse buy shop explore discover support send save print "
     "open close load submit search contact donate register try start stay report comment reply "
     "tweet like pin copy play pause jump go return back check enter select choose enable accept "
     "manage visit receive scroll sponsor advertise pledge sort filter vote rate swipe upload "
     "order cite mute unmute expand collapse install switch share bookmark recommend more"},
    {page_noun,
     "newsletter newsletters email emails e-mail inbox cookies cookie privacy advertisement "
     "advert advertisements ad ads adverts comments copyright subscription subscriptions subscribe "
     "subscriber subscribers login logout signup website webpage homepage app apps podcast "
     "podcasts rss faq faqs menu navigation sitemap tags browser javascript password username "
     "icon logo button url pdf transcript subtitles playlist episode episodes widget slideshow "
     "paywall unsubscribe hashtag facebook twitter instagram youtube linkedin whatsapp telegram "
     "tiktok reddit pinterest flipboard bluesky permalink trackback toggle dropdown sidebar footer "
     "header breadcrumb thumbnail lightbox carousel autoplay livestream"},
    {weak_noun,
     "story stories article articles related latest top popular trending recommended topics topic "
     "category categories archive archives feedback partners partner sponsored promoted content "
     "videos video audio gallery live blog blogs forum jobs careers edition editions account "
     "profile settings preferences device link links site page pages section sections home about "
     "help terms policy editor's picks must most more also next previous prev post posts update "
     "updates alerts alert radio tv channel player stream streaming briefing digest weekly daily "
     "magazine print events event shop store search sources source references further reading "
     "authors author tagged filed under summary contents overview list index"},
    {offering,
     "free trial offer discount price sale gift deal plan plans month monthly year "
     "annual off unlimited premium membership member members join"},
    {legal_word,
     "rights reserved licence license licensed permission reproduced republished republish "
     "material "
     "trademark trademarks registered terms conditions disclaimer redistributed rewritten "
     "broadcast published copyright creative commons views opinions endorse reflect necessarily"},
    {picture_noun,
     "photo photos photograph photographs photographer photography picture pictures image images "
     "handout courtesy credit credits illustration caption screenshot screengrab pictured file "
     "footage graphic map chart figure fig"},
    {picture_verb,
     "speaks speak shakes shake arrives arrive meets meet attends attend walks walk stands stand "
     "looks look gestures gesture greets greet waves wave holds hold poses pose sits sit listens "
     "delivers addresses talks leaves leave welcomes seen shows shown reacts react gather gathers "
     "takes take carries carry passes pass gives"},
    {picture_side, "left right centre center foreground background rear middle second third"},
    {job_word,
     "editor editors correspondent correspondents reporter reporters writer writers staff "
     "columnist author journalist contributor contributors fellow professor lecturer analyst "
     "producer researcher scholar bureau chief desk presenter host"},
    {time_unit_word,
     "min mins minute minutes hours hour hr hrs ago sec secs seconds second days day week weeks "
     "yesterday today"},
    {stamp_word, "updated published posted modified edited created issued accessed retrieved"},
    {clock_word, "am pm gmt utc et est edt ct pt cet cest eet eest bst ist msk aest jst kst sgt"},
    {asking, "who what why how when where which"},
};

// Open addressing: a key is a hash already.
class ClassTable {
 public:
  ClassTable() : slots_(slot_count) {
    for (const ClassRow& row : class_rows)
      for (WordKey key : keys_of(row.words)) slot(key) = {key, slot(key).classes | row.classes};
  }

  std::uint32_t of(WordKey key) const {
    for (std::size_t at = key % slot_count;; at = (at + 1) % slot_count)
      if (slots_[at].key == key || slots_[at].classes == 0) return slots_[at].classes;
  }

 private:
  static constexpr std::size_t slot_count = 4096;  // several times the words above

  struct Slot {
    WordKey key = 0;
    std::uint32_t classes = 0;
  };

  Slot& slot(WordKey key) {
    std::size_t at = key % slot_count;
    while (slots_[at].classes != 0 && slots_[at].key != key) at = (at + 1) % slot_count;
    return slots_[at];
  }

  std::vector<Slot> slots_;
};

}  // namespace

std::uint32_t classes_of(WordKey key) {
  static const ClassTable table;
  return table.of(key);
}

}  // namespace entente::read
