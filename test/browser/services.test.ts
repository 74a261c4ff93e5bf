import { expect, test } from 'vitest';
import { expectAccessible } from '../support/browser.ts';
import { signIn } from '../support/pages.officer.ts';
import { heading } from '../support/pages.resident.ts';
import { looksRight, phone, useSite } from '../support/pages.ts';
import { certificateNo } from '../support/renovation.ts';

const site = useSite();

test('a depot gets wheelchairs, one is lent at the door on a phone, and comes back to be repaired', async () => {
  const { page, keepSecret } = await site.visit(phone);
  keepSecret(certificateNo(951), '赵春梅');
  await signIn(page, 'disability');
  await page.goto('/admin/services');
  await heading(page, '辅助器具').waitFor();
  await page.getByText('这里还没有器具库存').waitFor();
  await looksRight(page);
  await page.getByRole('button', { name: '新建库存' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('库在哪里').selectOption({ label: '永安镇' });
  await dialog.getByLabel('器具', { exact: true }).selectOption('wheelchair');
  await dialog.getByLabel('数量').fill('2');
  await dialog.getByLabel('说明').fill('市残联配发');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '新建库存' }).click();
  await heading(page, '轮椅，永安镇').waitFor();
  await looksRight(page);

  await page.getByRole('link', { name: '发放或借出' }).click();
  await heading(page, '发放或借出器具').waitFor();
  await page.getByLabel('姓名', { exact: true }).fill('赵春梅');
  await page.getByLabel('身份证号或残疾人证号').fill(certificateNo(951));
  await page.getByText(/肢体残疾 2 级，\d+ 岁/).waitFor();
  await page.getByLabel(/同意记下姓名/).check();
  await page.getByLabel(/另外同意/).check();
  await looksRight(page);
  await page.getByRole('button', { name: '交给本人' }).click();
  await page.getByRole('heading', { level: 1, name: /^轮椅 [0-9A-Z]{3}-/ }).waitFor();
  await page.getByText('赵**').waitFor();
  await looksRight(page);

  await page.getByRole('button', { name: '看姓名和电话' }).click();
  await dialog.getByLabel('为什么要看').fill('核对证件');
  await dialog.getByRole('button', { name: '看姓名和电话' }).click();
  await dialog.getByText('赵春梅').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '看完了，关上' }).click();
  await page.getByRole('cell', { name: '核对证件' }).waitFor();

  await page.getByRole('button', { name: '收回器具' }).click();
  await dialog.getByLabel('要修').check();
  await dialog.getByRole('button', { name: '收回器具' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByRole('link', { name: '永安镇' }).click();
  await heading(page, '轮椅，永安镇').waitFor();
  await page.getByRole('button', { name: '修好或报废' }).waitFor();
  await looksRight(page);
});

test('goods are donated, a household receives once on a phone, and again only with the reason', async () => {
  const { page, keepSecret, allowTrouble } = await site.visit(phone);
  allowTrouble(/409/);
  keepSecret(certificateNo(952), '赵春兰');
  await signIn(page, 'disability');
  await page.goto('/admin/services/donations');
  await heading(page, '爱心捐赠').waitFor();
  await page.getByRole('button', { name: '登记捐赠' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('捐的什么').fill('电风扇');
  await dialog.getByLabel('谁捐的').fill('爱心超市');
  await dialog.getByLabel('数量').fill('30');
  await dialog.getByLabel('单位', { exact: true }).selectOption('piece');
  await dialog.getByLabel('总价值（元）').fill('2,980');
  await dialog.getByLabel('给哪里的').selectOption({ label: '永安镇' });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: '登记捐赠' }).click();
  await heading(page, '电风扇，爱心超市').waitFor();
  await looksRight(page);
  const batch = page.url();

  for (const why of ['', '家里两位老人']) {
    await page.goto(`${batch}/new`);
    await heading(page, '发放：电风扇').waitFor();
    await page.getByLabel('姓名', { exact: true }).fill('赵春兰');
    await page.getByLabel('身份证号或残疾人证号').fill(certificateNo(952));
    await page.getByLabel(/同意记下姓名/).check();
    await page.getByLabel(/另外同意/).check();
    await page.getByRole('button', { name: '已交给本人' }).click();
    if (why !== '') {
      await page.getByLabel('为什么再领一次').fill(why);
      await looksRight(page);
      await page.getByRole('button', { name: '已交给本人' }).click();
      await page.getByText('再次领取的原因').waitFor();
    }
    await page.getByRole('heading', { level: 1, name: /^领取 [0-9A-Z]{3}-/ }).waitFor();
    await looksRight(page);
  }

  await page.goto(`${batch}/list`);
  await heading(page, '电风扇领取名单').waitFor();
  await expect
    .poll(
      async () => {
        await page.reload();
        await heading(page, '电风扇领取名单').waitFor();
        return page.getByText('赵**').count();
      },
      { timeout: 30_000 },
    )
    .toBe(2);
  await looksRight(page);
  await page.goto('/admin/services/devices/handouts');
  await heading(page, '辅助器具').waitFor();
  await looksRight(page);
});
